import { useEffect, useState } from 'react'
import type { QualityLimits } from '../app/address.ts'
import { defaultLimits } from '../app/defaults.ts'
import { go } from '../app/use-address.ts'

interface LimitScale {
  readonly label: string
  readonly hint: string
  readonly sign: string
  readonly max: number
  readonly step: number
}

const scales: Readonly<Record<keyof QualityLimits, LimitScale>> = {
  amplitudeCutoffMax: {
    label: 'Amplitude cutoff',
    hint: 'Estimated fraction of spikes missed',
    sign: '≤',
    max: 0.5,
    step: 0.01,
  },
  presenceRatioMin: {
    label: 'Presence ratio',
    hint: 'Fraction of the session during which the unit fired',
    sign: '≥',
    max: 1,
    step: 0.01,
  },
  isiViolationsMax: {
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

/** The limits as sliders; each can be switched off. */
export function QualityLimitControls({ limits }: { readonly limits: QualityLimits }) {
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
          onChange={(limit) => setMoving((before) => ({ ...before, [name]: limit }))}
        />
      ))}
      <button
        type="button"
        className="button"
        disabled={isDefault}
        onClick={() => setMoving(defaultLimits)}
      >
        {isDefault ? 'AllenSDK limits in use' : "Reset to the AllenSDK's limits"}
      </button>
    </fieldset>
  )
}

interface LimitControlProps {
  readonly name: keyof QualityLimits
  readonly limit: number | null
  readonly onChange: (limit: number | null) => void
}

function LimitControl({ name, limit, onChange }: LimitControlProps) {
  const { label, hint, sign, max, step } = scales[name]
  const [last, setLast] = useState(limit ?? defaultLimits[name] ?? 0)
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
        disabled={limit === null}
        onChange={(event) => change(event.target.valueAsNumber)}
      />
      <p id={`${name}-hint`} className="soft small">
        {hint}
      </p>
    </div>
  )
}
