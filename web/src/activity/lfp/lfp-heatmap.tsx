import { useMemo, useSyncExternalStore } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { useQuery } from '../../app/use-query.ts'
import { useSettled } from '../../app/use-settled.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount, count } from '../../components/texts/amounts.ts'
import { LfpChannelsDocument } from '../../gql/graphql.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { measureCounts } from '../../heatmap/cells/measure.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale } from '../../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../../heatmap/heatmap.tsx'
import type { RowWording } from '../../heatmap/row-wording.ts'
import { useDetailWindow, WINDOW_LENGTH } from './detail-window.ts'
import { type LfpChannel, lfpLimit, spreadChannels } from './lfp-cells.ts'
import { holds, type LfpPoints, type LfpRequest, useLfpPoints } from './use-lfp-points.ts'

export interface LfpHeatmapProps {
  readonly session: string
  readonly probe: { readonly id: string; readonly name: string }
  /** what times count from, in seconds on the session's clock */
  readonly onset: number
  readonly time: AxisView
}

/** Rows: enough to see layers, few enough to be read quickly. */
const MOST_CHANNELS = 16

/** As many as a wide plot has pixels. */
const MOST_POINTS = 2000

/** How long zooming rests before finer points are loaded. */
const SETTLE_MS = 250

const noChannels: readonly LfpChannel[] = []

/** LFP of some channels of a probe over the window, from the surface down. */
export function LfpHeatmap({ session, probe, onset, time }: LfpHeatmapProps) {
  const { id, name } = probe
  const listed = useQuery(LfpChannelsDocument, { probe: id, session, name })
  const { data: list, isLoading: isListing } = listed
  const channels = useMemo(() => {
    const response = isListing ? null : list
    if (!response) return null
    const lfp = response.node && 'lfp' in response.node ? response.node.lfp : null
    const ids = new Set(lfp?.channelIds)
    const known = response.session?.channels.nodes ?? noChannels
    return spreadChannels(
      known.filter(({ channelId }) => ids.has(channelId)),
      MOST_CHANNELS,
    )
  }, [list, isListing])
  const ids = channels?.map(({ channelId }) => channelId) ?? []
  const request = { probe: id, channels: ids, onset }
  const all = useLfpPoints(
    ids.length > 0 ? { ...request, window: time.whole, points: MOST_POINTS } : null,
  )
  const detail = useDetail(request, time, all.points)
  const points = detail.points ?? all.points
  const error = listed.error ?? all.error ?? detail.error
  const cells = points?.cells
  const theme = useTheme()
  const shown = useMemo(() => {
    if (!cells) return null
    const { counts, binSize } = cells
    return {
      scale: divergingScale(lfpLimit(counts), theme),
      measure: measureCounts(counts, 'counts', binSize),
    }
  }, [cells, theme])
  // Rows go by depth; the file's columns by its own order.
  const order = useMemo(
    () =>
      channels && points
        ? channels.map(({ channelId }) => points.channelIds.indexOf(channelId))
        : [],
    [channels, points],
  )
  const wording = useMemo(() => wordingOf(channels ?? noChannels), [channels])
  if (error) {
    const failed = [listed, all, detail].find((request) => request.error)
    return <ErrorNotice error={error} retry={failed?.retry} />
  }
  if (channels?.length === 0)
    return (
      <p className="area-heatmap-empty">The LFP file of {name} is not next to the session’s.</p>
    )
  if (!points) return <Loading what="the local field potential" />
  if (!cells || !shown)
    return <p className="area-heatmap-empty">{name} has no LFP samples in this window.</p>
  const rowIds = points.channelIds
  return (
    <div className="lfp">
      <div className="lfp-head">
        <p className="soft small">
          {amount(rowIds.length, 'channel')}
          {channels?.some(({ verticalPosition }) => verticalPosition !== null) &&
            ', from the surface down'}
          {`; ${pointText(points)}`}
          {detail.isLoading && '; loading finer points …'}
        </p>
        <ColourLegend
          scale={shown.scale}
          measure="hz"
          of={{ title: 'LFP (µV)', unit: 'µV' }}
          isClipped
          hasGaps={cells.counts.gaps?.some((gap) => gap > 0) ?? false}
        />
      </div>
      <div className="area-heatmap">
        <Heatmap
          label={`LFP of ${name}, ${amount(rowIds.length, 'channel')}`}
          counts={cells.counts}
          measure={shown.measure}
          scale={shown.scale}
          summary="mean"
          order={order}
          unitIds={rowIds}
          firstBinStart={points.request.window.start}
          binSize={cells.binSize}
          time={time}
          isAlone
          wording={wording}
          onOpenUnit={() => {}}
        />
      </div>
    </div>
  )
}

/** Points of the part that is shown, where those of all of the axis are too few for its pixels. */
function useDetail(
  request: Omit<LfpRequest, 'window' | 'points'>,
  time: AxisView,
  all: LfpPoints | null,
) {
  const wanted = useDetailWindow(time, all?.samplesPerPoint ?? 1)
  const window = useSettled(wanted, SETTLE_MS)
  const state = useLfpPoints(window && { ...request, window, points: MOST_POINTS * WINDOW_LENGTH })
  const { points } = state
  const isInSight = useSyncExternalStore(
    time.subscribe,
    () => points !== null && holds(points, time.shown),
  )
  return { ...state, points: wanted && isInSight ? points : null }
}

const pointText = ({ samplesPerPoint }: LfpPoints) =>
  samplesPerPoint > 1
    ? `each point is the mean of ${count(samplesPerPoint)} samples`
    : 'each point is a sample'

function wordingOf(channels: readonly LfpChannel[]): RowWording {
  const heights = new Map(
    channels.map(({ channelId, verticalPosition }) => [channelId, verticalPosition]),
  )
  return {
    axis: 'channels',
    row: (id) => {
      const height = heights.get(id) ?? null
      return height === null ? `Channel ${id}` : `Channel ${id}, ${height} µm from the tip`
    },
    value: (microvolts) =>
      Number.isNaN(microvolts) ? 'marked as invalid' : `${formatNumber(microvolts, 1)} µV`,
    open: null,
  }
}
