import {
  type Address,
  type Measure,
  measures,
  type PixelSummary,
  pixelSummaries,
  type UnitSort,
  unitSorts,
} from '../../app/address.ts'
import { go } from '../../app/use-address.ts'
import { Choice } from '../../components/controls/choice.tsx'
import { NumberField } from '../../components/controls/number-field.tsx'

const measureNames: Readonly<Record<Measure, string>> = {
  counts: 'Counts',
  hz: 'Hz',
  zscore: 'z-score',
}

const sortNames: Readonly<Record<UnitSort, string>> = {
  depth: 'Depth',
  rate: 'Rate',
  latency: 'Latency',
}

const summaryNames: Readonly<Record<PixelSummary, string>> = { mean: 'Mean', peak: 'Peak' }

interface PlotToolbarProps {
  readonly address: Address
  /** where the colours end unless a limit is set; null: not known yet */
  readonly fittedLimit: number | null
}

/** How it is shown: measure, order and colours. */
export function PlotToolbar({ address, fittedLimit }: PlotToolbarProps) {
  return (
    <>
      <Choice
        title="Measure"
        names={measureNames}
        options={measures}
        chosen={address.measure}
        onChoose={(measure) => go({ measure, colourLimit: null }, { replace: true })}
      />
      <Choice
        title="Units by"
        names={sortNames}
        options={unitSorts}
        chosen={address.sort}
        onChoose={(sort) => go({ sort }, { replace: true })}
      />
      <Choice
        title="Each pixel"
        names={summaryNames}
        options={pixelSummaries}
        chosen={address.summary}
        onChoose={(summary) => go({ summary }, { replace: true })}
      />
      <NumberField
        label="Colours up to"
        unit={address.measure === 'counts' ? 'spikes' : address.measure === 'hz' ? 'Hz' : 'SD'}
        value={address.colourLimit}
        min={0}
        placeholder={fittedLimit === null ? '' : String(Number(fittedLimit.toPrecision(6)))}
        accepts={(limit) => limit > 0}
        onChange={(colourLimit) => go({ colourLimit }, { replace: true })}
      />
    </>
  )
}
