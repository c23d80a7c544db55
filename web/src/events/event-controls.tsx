import '../activity/controls/activity-controls.css'
import { useId } from 'react'
import { AreaFields } from '../activity/controls/activity-controls.tsx'
import { type Address, type EventMode, eventModes, otherEvent, unitSorts } from '../app/address.ts'
import { areaName } from '../app/areas.ts'
import { go } from '../app/use-address.ts'
import { Choice } from '../components/controls/choice.tsx'
import { NumberField } from '../components/controls/number-field.tsx'
import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import type { EventChoicesQuery } from '../gql/graphql.ts'
import { ALL_TOGETHER } from '../unit/responses/grouping.ts'
import type { EventOptions } from './event-source.ts'
import type { Around } from './loading/around.ts'
import type { EventRequest } from './loading/event-request.ts'
import { PanelFields } from './panels/panel-fields.tsx'
import type { ListedUnit } from './raster/use-raster-units.ts'

const modeNames: Readonly<Record<EventMode, string>> = {
  mean: 'Mean',
  each: 'Each event',
  units: 'Each unit',
  unit: 'Single spikes',
}
const layouts = ['stacked', 'columns'] as const
const layoutNames = { stacked: 'Stacked', columns: 'Side by side' } as const
const sortNames = { depth: 'Depth', rate: 'Rate', latency: 'Latency' } as const

interface EventControlsProps {
  readonly address: Address
  readonly choices: NonNullable<EventChoicesQuery['session']>
  readonly options: readonly EventOptions[]
  readonly chosen: string
  readonly request: EventRequest
  /** parameters, or columns, to group by */
  readonly groupings: readonly string[]
  /** null: not known yet */
  readonly around: Around | null
  /** units to choose from; null: they are not shown one by one, or not known yet */
  readonly units: readonly ListedUnit[] | null
  /** ids of those that are shown one by one; null likewise */
  readonly shownUnits: readonly string[] | null
}

/** Around what, in which window, and how it is shown. */
export function EventControls(props: EventControlsProps) {
  const { address, choices, options, chosen, request, groupings, around } = props
  const isOfUnits = address.eventMode === 'unit'
  const isOfPanels = address.eventMode === 'units'
  const { before, after, binSize } = request.window
  const isKnown = options.some((group) => group.options.some(({ value }) => value === chosen))
  const groups = around?.groups ?? []
  return (
    <form className="activity-controls" onSubmit={(event) => event.preventDefault()}>
      <div className="activity-window">
        <SelectField
          label="Around"
          value={chosen}
          onChange={(event) => go({ ...otherEvent(), event })}
        >
          {!isKnown && <option value={chosen}>{chosen}</option>}
          {options.map(({ title, options: entries }) => (
            <optgroup key={title} label={title}>
              {entries.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        {groupings.length > 0 && (
          <SelectField
            label="Grouped by"
            value={request.grouping ?? ALL_TOGETHER}
            onChange={(grouping) => go({ grouping, group: null })}
          >
            <option value={ALL_TOGETHER}>nothing</option>
            {groupings.map((name) => (
              <option key={name} value={name}>
                {stimulusText(name)}
              </option>
            ))}
          </SelectField>
        )}
        {groups.length > 1 && (address.eventMode === 'mean' || isOfPanels) && (
          <SelectField
            label={isOfPanels ? 'Curves of' : 'Heatmap of'}
            value={String(address.group ?? '')}
            onChange={(group) =>
              go({ group: group === '' ? null : Number(group) }, { replace: true })
            }
          >
            <option value="">all {around?.times.length} events</option>
            {groups.map(({ label, members }, i) => (
              <option key={label} value={i}>
                {label}: {members.length}
              </option>
            ))}
          </SelectField>
        )}
        <NumberField
          label="Before"
          unit="s"
          value={before}
          accepts={(eventBefore) => eventBefore > -after}
          onChange={(eventBefore) => go({ eventBefore, shown: null })}
        />
        <NumberField
          label="After"
          unit="s"
          value={after}
          accepts={(eventAfter) => eventAfter > -before}
          onChange={(eventAfter) => go({ eventAfter, shown: null })}
        />
        <NumberField
          label="Bin size"
          unit="s"
          value={binSize}
          accepts={(eventBin) => eventBin > 0}
          onChange={(eventBin) => go({ eventBin })}
        />
        <Choice
          title="Show"
          names={modeNames}
          options={eventModes}
          chosen={address.eventMode}
          onChoose={(eventMode) => go({ eventMode, trial: null })}
        />
        {isOfUnits ? (
          <UnitFields units={props.units} shown={props.shownUnits} choices={choices} />
        ) : isOfPanels ? (
          <PanelFields {...{ address, request, around }} />
        ) : (
          <Choice
            title="Units by"
            names={sortNames}
            options={unitSorts}
            chosen={address.sort}
            onChoose={(sort) => go({ sort }, { replace: true })}
          />
        )}
        {!isOfUnits && !isOfPanels && choices.areas.length > 1 && (
          <Choice
            title="Areas"
            names={layoutNames}
            options={layouts}
            chosen={address.isSideBySide ? 'columns' : 'stacked'}
            onChoose={(layout) => go({ isSideBySide: layout === 'columns' }, { replace: true })}
          />
        )}
        <NumberField
          label="Smooth lines"
          unit="s"
          value={address.smoothing}
          placeholder="no"
          accepts={(smoothing) => smoothing > 0}
          onChange={(smoothing) => go({ smoothing }, { replace: true })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={address.baseline}
            disabled={before <= 0 || address.eventMode === 'each'}
            onChange={({ target }) => go({ baseline: target.checked }, { replace: true })}
          />
          Subtract the rate before
        </label>
      </div>
      <AreaFields address={address} choices={choices} />
    </form>
  )
}

interface UnitFieldsProps {
  readonly units: readonly ListedUnit[] | null
  readonly shown: readonly string[] | null
  readonly choices: Pick<EventControlsProps['choices'], 'areas'>
}

/** Whose spikes: one unit's, and those of another to compare it with. */
function UnitFields({ units, shown, choices }: UnitFieldsProps) {
  const names = new Map(choices.areas.map((area) => [area.acronym, areaName(area)]))
  const [first = '', second = ''] = shown ?? []
  const listed = units ?? []
  const entries = (chosen: string) => (
    <>
      {chosen !== '' && !listed.some(({ unitId }) => unitId === chosen) && (
        <option value={chosen}>{chosen}</option>
      )}
      {listed.map(({ unitId, area }) => (
        <option key={unitId} value={unitId}>
          {[unitId, area && (names.get(area) ?? area)].filter(Boolean).join(', ')}
        </option>
      ))}
    </>
  )
  return (
    <>
      <SelectField label="Unit" value={first} onChange={(unit) => go({ unit }, { replace: true })}>
        {entries(first)}
      </SelectField>
      <SelectField
        label="Next to unit"
        value={second}
        onChange={(target) => go({ target: target || null }, { replace: true })}
      >
        <option value="">no other</option>
        {entries(second)}
      </SelectField>
    </>
  )
}

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: React.ReactNode
}

function SelectField({ label, value, onChange, children }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="select-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </div>
  )
}
