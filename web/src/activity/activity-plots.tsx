import './activity-plots.css'
import { useEffect } from 'react'
import type { Address } from '../app/address.ts'
import { go } from '../app/use-address.ts'
import { PixelNote } from '../heatmap/pixel-note.tsx'
import { AreaHeatmapSection } from './area-heatmap-section.tsx'
import { LfpPanel } from './lfp/lfp-panel.tsx'
import type { Activity } from './loading/load-activity.ts'
import { timeLabel } from './time-label.ts'
import { BehaviourTraces } from './traces/behaviour-traces.tsx'
import { PopulationTraces } from './traces/population-traces.tsx'
import { RunningTrace } from './traces/running-trace.tsx'
import type { Heatmaps } from './use-heatmaps.ts'
import { WindowNote } from './window-note.tsx'

interface ActivityPlotsProps {
  readonly address: Address
  readonly activity: Activity
  readonly shown: Heatmaps
}

/**
 * The heatmaps, one per area, and under them the population rate and the running
 * speed, all on one time axis.
 */
export function ActivityPlots({ address, activity, shown }: ActivityPlotsProps) {
  const { heatmaps, scale, time, smallestTime, firstBinStart, times } = shown
  const { matrices, runningSpeed } = activity

  // Children draw first: here every heatmap is on its canvas.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what draws again
  useEffect(() => {
    performance.mark('activity-drawn')
  }, [heatmaps, scale])

  const axis = { times, time, smallestTime }
  const orders = new Set(heatmaps.map(({ orderNote }) => orderNote))
  return (
    <div className="activity-plots">
      {matrices[0] && (
        <div>
          <PixelNote
            time={time}
            binSize={matrices[0].binSize}
            measure={address.measure}
            summary={address.summary}
            order={orders.size === 1 ? heatmaps[0].orderNote : null}
          />
          <WindowNote matrix={matrices[0]} />
        </div>
      )}
      <div className="area-heatmaps">
        {heatmaps.map((heatmap) => (
          <AreaHeatmapSection
            key={heatmap.name}
            heatmap={heatmap}
            scale={scale}
            summary={address.summary}
            firstBinStart={firstBinStart}
            time={time}
            isAlone={heatmaps.length === 1}
            saysOrder={orders.size > 1}
            onOpenUnit={(unit) => go({ view: 'unit', unit })}
          />
        ))}
      </div>
      <PopulationTraces matrices={matrices} {...axis} />
      {matrices[0] && (
        <BehaviourTraces
          session={String(activity.request.variables.session)}
          matrix={matrices[0]}
          {...axis}
        />
      )}
      <RunningTrace runningSpeed={runningSpeed} {...axis} />
      <LfpPanel
        session={String(activity.request.variables.session)}
        {...{ address, time }}
        onset={activity.onset}
      />
      <p className="activity-time-label">{timeLabel(activity)}</p>
    </div>
  )
}
