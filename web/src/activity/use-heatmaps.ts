import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { useTheme } from '../app/theme/theme.ts'
import type { AxisView } from '../heatmap/axes/axis-view.ts'
import { colourLimit, largestCount } from '../heatmap/colours/colour-limit.ts'
import {
  type ColourScale,
  divergingScale,
  sequentialScale,
} from '../heatmap/colours/colour-scale.ts'
import { type AreaHeatmap, areaHeatmap } from './area-heatmap.ts'
import type { ActivityRequest } from './loading/activity-request.ts'
import type { Activity } from './loading/load-activity.ts'
import { useTimeView } from './use-time-view.ts'

/** Activity in the measure, order and colours of the address. */
export interface Heatmaps {
  readonly heatmaps: readonly AreaHeatmap[]
  readonly scale: ColourScale
  /** where the colours end when nobody says */
  readonly fittedLimit: number
  /** whether some cells lie beyond the colours */
  readonly isClipped: boolean
  readonly time: AxisView
  /** the shortest stretch of time worth seeing, in seconds */
  readonly smallestTime: number
  /** start of the first bin, in seconds from the onset */
  readonly firstBinStart: number
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
}

/** A stretch of time may be as short as so many bins. */
const FEWEST_BINS = 10

const nothing: Activity['matrices'] = []

/** @param activity null: nothing has come yet, and the result is null, too */
export function useHeatmaps(address: Address, activity: Activity | null): Heatmaps | null {
  const { measure, sort } = address
  const matrices = activity?.matrices ?? nothing
  const [first] = matrices
  const binSize = first?.binSize ?? address.binSize
  const binCount = first?.counts.shape[0] ?? 0
  const request = activity?.request
  const firstBinStart = request ? startOf(request) : 0
  const time = useTimeView(firstBinStart, firstBinStart + binCount * binSize, address.shown)
  const fittedLimit = useMemo(() => {
    const counts = matrices.map((matrix) => matrix.counts)
    return colourLimit(counts, measure, binSize)
  }, [matrices, measure, binSize])
  const limit = address.colourLimit ?? fittedLimit
  const theme = useTheme()
  const scale = useMemo(
    () => (measure === 'zscore' ? divergingScale(limit, theme) : sequentialScale(limit, theme)),
    [measure, limit, theme],
  )
  const heatmaps = useMemo(
    () => matrices.map((matrix) => areaHeatmap(matrix, { measure, sort }, firstBinStart)),
    [matrices, measure, sort, firstBinStart],
  )
  const largest = useMemo(
    () => largestCount(matrices.map(({ counts }) => counts)) / (measure === 'hz' ? binSize : 1),
    [matrices, measure, binSize],
  )
  const times = useMemo(
    () =>
      Float64Array.from({ length: binCount }, (_, bin) => firstBinStart + (bin + 0.5) * binSize),
    [binCount, firstBinStart, binSize],
  )
  if (!activity) return null
  return {
    heatmaps,
    scale,
    fittedLimit,
    isClipped: measure === 'zscore' || largest > limit,
    time,
    smallestTime: Math.min(FEWEST_BINS, binCount) * binSize,
    firstBinStart,
    times,
  }
}

/** Of the first bin, in seconds from the onset. */
function startOf(request: ActivityRequest): number {
  if (request.kind === 'epoch') return -request.variables.before
  return Number((request.variables.start - request.anchor.time).toFixed(9))
}
