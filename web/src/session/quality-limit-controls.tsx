import { useEffect, useState } from 'react'
import type { QualityLimits } from '../app/address.ts'
import { defaultLimits } from '../app/defaults.ts'
import { go } from '../app/use-address.ts'
import { count } from '../components/texts/amounts.ts'
import type { PassingAreasQuery, UnitFilterCondition } from '../gql/graphql.ts'

type Effects = NonNullable<PassingAreasQuery['session']>['unitFilterEffects']

interface LimitScale {
  readonly condition: UnitFilterCondition
  readonly label: string
  readonly hint: string
  readonly sign: string
  readonly max: number
  readonly step: number
}

const scales: Readonly<Record<keyof QualityLimits, LimitScale>> = {
  amplitudeCutoffMax: {
    condition: 'AMPLITUDE_CUTOFF_MAX',
    label: 'Amplitude cutoff',
    hint: 'Estimated fraction of spikes missed',
    sign: '≤',
    max: 0.5,
    step: 0.01,
  },
  presenceRatioMin: {
    condition: 'PRESENCE_RATIO_MIN',
    label: 'Presence ratio',
    hint: 'Fraction of the session during which the unit fired',
    sign: '≥',
    max: 1,
    step: 0.01,
  },
  isiViolationsMax: {
    condition: 'ISI_VIOLATIONS_MAX',
    label: 'ISI violations',
    hint: 'Relative rate of spikes within the refractory period; 0 is best',
    sign: '≤',
    max: 2,
    step: 0.05,
  },
}

/**
 * A slider may send dozens of values a second; the address bar, and with it the API,
 * gets the last of each such time.
 */
const PATIENCE_MS = 80

interface QualityLimitControlsProps {
  readonly limits: QualityLimits
  /** what each condition that is on excludes; empty while that is not known */
  readonly effects: Effects
}

/** The limits as sliders; each can be switched off. Says what each excludes. */
export function QualityLimitControls({ limits, effects }: QualityLimitControlsProps) {
  const [moving, setMoving] = useState(limits)
  useEffect(() => setMoving(limits), [limits])
  useEffect(() => {
    if (moving === limits) return
    const timer = setTimeout(() => go({ limits: moving }, { replace: true }), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [moving, limits])
  const names = Object.keys(scales) as (keyof QualityLimits)[]
  const isDefault = names.every((name) => moving[name] === defaultLimits[name])
  return (
    <fieldset className="limits">
      <legend>Quality filter</legend>
      {names.map((name) => (
        <LimitControl
          key={name}
          name={name}
          limit={moving[name]}
          effect={effects.find(({ condition }) => condition === scales[name].condition)}
          onChange={(limit) => setMoving((before) => ({ ...before, [name]: limit }))}
        />
      ))}
      <OtherConditions effects={effects} />
      {isDefault ? (
        <p className="soft small">These are the AllenSDK’s limits.</p>
      ) : (
        <button type="button" className="button" onClick={() => setMoving(defaultLimits)}>
          Reset to the AllenSDK’s limits
        </button>
      )}
    </fieldset>
  )
}

interface LimitControlProps {
  readonly name: keyof QualityLimits
  readonly limit: number | null
  readonly effect: Effects[number] | undefined
  readonly onChange: (limit: number | null) => void
}

function LimitControl({ name, limit, effect, onChange }: LimitControlProps) {
  const { label, hint, sign, max, step } = scales[name]
  const [last, setLast] = useState(limit ?? defaultLimits[name] ?? 0)
  const isMissing = effect?.applies === false
  const change = (value: number) => {
    setLast(value)
    onChange(value)
  }
  return (
    <div className="limit">
      <label className="limit-switch">
        <input
          type="checkbox"
          checked={limit !== null}
          onChange={(event) => onChange(event.target.checked ? last : null)}
        />
        {label}
      </label>
      <output className="limit-value" htmlFor={name}>
        {limit === null ? 'off' : `${sign} ${limit}`}
      </output>
      <input
        id={name}
        type="range"
        aria-label={`${label} ${sign}`}
        aria-describedby={`${name}-hint`}
        min={0}
        max={max}
        step={step}
        value={limit ?? last}
        disabled={limit === null || isMissing}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
      <p id={`${name}-hint`} className="soft small">
        {isMissing
          ? 'This file does not have this metric, so the limit excludes no unit.'
          : `${hint}.${effect ? ` Excludes ${count(effect.excludedCount)}.` : ''}`}
      </p>
    </div>
  )
}

const otherConditions: Readonly<Partial<Record<UnitFilterCondition, string>>> = {
  VALID_ONLY: 'not valid',
  IN_BRAIN_ONLY: 'outside of every named area',
  REQUIRE_METRICS: 'without one of these metrics',
}

/** What the AllenSDK excludes besides the limits, in units. */
function OtherConditions({ effects }: { readonly effects: Effects }) {
  const excluding = effects.filter(
    ({ condition, excludedCount }) => condition in otherConditions && excludedCount > 0,
  )
  if (excluding.length === 0) return null
  const parts = excluding.map(
    ({ condition, excludedCount }) => `${count(excludedCount)} ${otherConditions[condition]}`,
  )
  return (
    <p className="soft small">
      Also excluded: {parts.join(', ')}. A unit may be excluded for several reasons.
    </p>
  )
}
