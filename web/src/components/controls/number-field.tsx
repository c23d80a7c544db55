import './number-field.css'
import { useEffect, useId, useState } from 'react'

interface NumberFieldProps {
  readonly label: string
  /** what it is measured in */
  readonly unit?: string
  /** null: left empty */
  readonly value: number | null
  readonly min?: number
  readonly step?: number
  readonly placeholder?: string
  readonly disabled?: boolean
  /**
   * whether a number makes sense here; one that does not is kept in the field, and goes no further
   */
  readonly accepts?: (value: number) => boolean
  /** null when the field was emptied, which only a field with a placeholder takes */
  readonly onChange: (value: number | null) => void
}

/**
 * A number to be typed: it counts when the field is left, on Enter, or a
 * moment after it was stepped.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, unit, value, placeholder, accepts = () => true, onChange } = props
  const id = useId()
  const [text, setText] = useState(textOf(value))
  useEffect(() => setText(textOf(value)), [value])

  const number = text.trim() === '' ? null : Number(text)
  const mayBeEmpty = placeholder !== undefined || props.disabled === true
  const isFine = number === null ? mayBeEmpty : Number.isFinite(number) && accepts(number)
  const commit = () => {
    if (isFine && number !== value) onChange(number)
  }
  return (
    <div className="number-field">
      <label htmlFor={id}>{label}</label>
      <span className="number-field-box">
        <input
          id={id}
          type="number"
          value={text}
          min={props.min}
          step={props.step ?? 'any'}
          placeholder={placeholder}
          disabled={props.disabled}
          aria-invalid={!isFine}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
        {unit && <span className="number-field-unit">{unit}</span>}
      </span>
    </div>
  )
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value)
}
