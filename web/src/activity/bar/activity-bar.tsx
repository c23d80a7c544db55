import type { ReactNode } from 'react'
import type { Address } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { ActivityControls } from '../controls/activity-controls.tsx'
import { PlotToolbar } from '../controls/plot-toolbar.tsx'
import { ZoomButtons } from '../controls/zoom-buttons.tsx'
import {
  type ActivityChoices,
  anchorOf,
  chooseAreas,
  chooseEpoch,
} from '../loading/activity-request.ts'
import type { Heatmaps } from '../use-heatmaps.ts'
import { FoldingBar } from './folding-bar.tsx'

interface ActivityBarProps {
  readonly address: Address
  readonly choices: ActivityChoices
  /** null: nothing has come yet */
  readonly shown: Heatmaps | null
  /** below the controls: the time axis */
  readonly children?: ReactNode
}

/** What is shown and how, always in sight: it folds to a line of text. */
export function ActivityBar({ address, choices, shown, children }: ActivityBarProps) {
  return (
    <FoldingBar
      head={(isOpen) => (
        <>
          {!isOpen && <p className="activity-bar-text">{summaryOf(address, choices)}</p>}
          {shown && (
            <ColourLegend
              scale={shown.scale}
              measure={address.measure}
              isClipped={shown.isClipped}
              hasGaps={shown.heatmaps.some(({ counts }) => counts.gaps)}
            />
          )}
        </>
      )}
      buttons={shown && <ZoomButtons time={shown.time} smallestTime={shown.smallestTime} />}
      controls={
        <ActivityControls address={address} choices={choices}>
          <PlotToolbar address={address} fittedLimit={shown?.fittedLimit ?? null} />
        </ActivityControls>
      }
    >
      {children}
    </FoldingBar>
  )
}

/** `13: drifting gratings · −10 to 90 s in bins of 0.1 s · V1, LM` */
function summaryOf(address: Address, choices: ActivityChoices): string {
  const anchor = anchorOf(address)
  const chosen = anchor ? null : chooseEpoch(choices, address.epoch)
  const epoch = choices.stimulusEpochs.find(({ index }) => index === chosen)
  const start = formatNumber(epoch || anchor ? -address.before : 0, 0)
  const stop = address.after === null ? 'the epoch’s end' : `${address.after} s`
  const areas = chooseAreas(choices, address.areas).map((acronym) => {
    const area = choices.areas.find((area) => area.acronym === acronym)
    return area ? areaName(area) : acronym
  })
  const parts = [
    anchor?.name,
    epoch && `${epoch.index}: ${stimulusText(epoch.stimulusName)}`,
    `${start} to ${stop} in bins of ${address.binSize} s`,
    areas.join(', '),
  ]
  return parts.filter(Boolean).join(' · ')
}
