import './activity-plots.css'
import { useEffect, useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { useTheme } from '../app/theme.ts'
import { go } from '../app/use-address.ts'
import { ColourLegend } from '../heatmap/colour-legend.tsx'
import { colourLimit, largestCount } from '../heatmap/colour-limit.ts'
import { type ColourScale, divergingScale, sequentialScale } from '../heatmap/colour-scale.ts'
import type { AreaHeatmap } from './area-heatmap.ts'
import { areaHeatmap } from './area-heatmap.ts'
import { AreaHeatmapSection } from './area-heatmap-section.tsx'
import type { Activity } from './load-activity.ts'
import { PlotToolbar } from './plot-toolbar.tsx'
import { PopulationTraces } from './population-traces.tsx'
import { RunningTrace } from './running-trace.tsx'
import { timeLabel } from './time-label.ts'
import { useTimeView } from './use-time-view.ts'

interface ActivityPlotsProps {
  readonly address: Address
  readonly activity: Activity
}

/** The heatmaps, one an area, and under them the population rate and the running speed, all on one time axis. */
export function ActivityPlots({ address, activity }: ActivityPlotsProps) {
  const { matrices, runningSpeed, onset } = activity
  const { measure, sort } = address
  const [first] = matrices
  const binSize = first?.binSize ?? address.binSize
  const firstBinStart = first ? first.start - onset : 0
  const binCount = first?.counts.shape[0] ?? 0
  const time = useTimeView(firstBinStart, firstBinStart + binCount * binSize, address.shown)
  const smallestTime = Math.min(10, binCount) * binSize
  const fittedLimit = useMemo(
    () =>
      colourLimit(
        matrices.map(({ counts }) => counts),
        address.measure,
        binSize,
      ),
    [matrices, address.measure, binSize],
  )
  const limit = address.colourLimit ?? fittedLimit
  const scale = useScale(address, limit)
  const heatmaps = useMemo(
    () => matrices.map((matrix) => areaHeatmap(matrix, { measure, sort }, firstBinStart)),
    [matrices, measure, sort, firstBinStart],
  )
  const times = useMemo(
    () =>
      Float64Array.from({ length: binCount }, (_, bin) => firstBinStart + (bin + 0.5) * binSize),
    [binCount, firstBinStart, binSize],
  )

  // Children draw first: here every heatmap is on its canvas.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what draws anew
  useEffect(() => {
    performance.mark('activity-drawn')
  }, [heatmaps, scale])

  const label = timeLabel(activity.stimulusName)
  return (
    <div className="activity-plots">
      <PlotToolbar
        address={address}
        fittedLimit={fittedLimit}
        time={time}
        smallestTime={smallestTime}
      />
      <ColourLegend
        scale={scale}
        measure={measure}
        isClipped={isClipped(heatmaps, limit, address, binSize)}
      />
      {heatmaps.map((heatmap) => (
        <AreaHeatmapSection
          key={heatmap.name}
          heatmap={heatmap}
          scale={scale}
          sort={sort}
          firstBinStart={firstBinStart}
          time={time}
          isAlone={heatmaps.length === 1}
          onOpenUnit={(unit) => go({ view: 'unit', unit })}
        />
      ))}
      <p className="activity-time-label">{label}</p>
      <PopulationTraces matrices={matrices} times={times} time={time} smallestTime={smallestTime} />
      <RunningTrace
        runningSpeed={runningSpeed}
        times={times}
        time={time}
        timeLabel={label}
        smallestTime={smallestTime}
      />
    </div>
  )
}

function useScale({ measure }: Address, limit: number): ColourScale {
  const theme = useTheme()
  return useMemo(
    () => (measure === 'zscore' ? divergingScale(limit, theme) : sequentialScale(limit, theme)),
    [measure, limit, theme],
  )
}

function isClipped(
  heatmaps: readonly AreaHeatmap[],
  limit: number,
  { measure }: Address,
  binSize: number,
): boolean {
  if (measure === 'zscore') return true
  const largest = largestCount(heatmaps.map(({ counts }) => counts))
  return (measure === 'hz' ? largest / binSize : largest) > limit
}
