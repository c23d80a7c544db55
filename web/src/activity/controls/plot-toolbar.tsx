import './plot-toolbar.css'
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
import { NumberField } from '../../components/number-field.tsx'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { zoomRange } from '../../heatmap/cells/range.ts'
import { ZOOM_STEP } from '../../heatmap/heatmap-command.ts'

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
  /** where the colours end unless a limit is set */
  readonly fittedLimit: number
  readonly time: AxisView
  /** seconds */
  readonly smallestTime: number
}

/** How it is shown: measure, order, colours, and the stretch of time. */
export function PlotToolbar({ address, fittedLimit, time, smallestTime }: PlotToolbarProps) {
  const zoom = (factor: number) => {
    const middle = (time.shown.start + time.shown.stop) / 2
    time.show(zoomRange(time.shown, factor, middle, time.whole, smallestTime))
  }
  return (
    <div className="plot-toolbar">
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
        placeholder={String(Number(fittedLimit.toPrecision(6)))}
        accepts={(limit) => limit > 0}
        onChange={(colourLimit) => go({ colourLimit }, { replace: true })}
      />
      <fieldset className="choice">
        <legend className="field-title">Time</legend>
        <div className="choice-options">
          <button type="button" onClick={() => zoom(1 / ZOOM_STEP)} aria-label="Zoom out in time">
            −
          </button>
          <button type="button" onClick={() => zoom(ZOOM_STEP)} aria-label="Zoom in on time">
            +
          </button>
          <button type="button" onClick={() => time.show(time.whole)}>
            Show all
          </button>
        </div>
      </fieldset>
    </div>
  )
}

interface ChoiceProps<Option extends string> {
  readonly title: string
  readonly names: Readonly<Record<Option, string>>
  readonly options: readonly Option[]
  readonly chosen: Option
  readonly onChoose: (option: Option) => void
}

function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { title, names, options, chosen, onChoose } = props
  return (
    <fieldset className="choice">
      <legend className="field-title">{title}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={title}
              value={option}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
