import { defaultEdgeRule, edgeRules } from '../domain/alignment/edge-rule.ts'
import type { SignalRange } from '../domain/signals/signal-range.ts'
import { InvalidArgumentError } from '../errors.ts'
import { parseNumber } from './address-fields.ts'
import { signalReference, writeSignal } from './signal-field.ts'

/** `runningSpeed;min=1;edgeRule=allenSdk`, or `/path/of/series;column=1;max=2`. */
export function writeSignalRange({ of, min, max, before, after, edgeRule }: SignalRange): string {
  const parts = {
    min,
    max,
    before,
    after,
    edgeRule: edgeRule === defaultEdgeRule ? null : edgeRule,
  }
  const written = Object.entries(parts).flatMap(([name, value]) =>
    value === null || (value === 0 && name === 'before') ? [] : `${name}=${value}`,
  )
  return [writeSignal(of), ...written].join(';')
}

/** @throws InvalidArgumentError */
export function readSignalRange(text: string): SignalRange {
  const [name = '', ...parts] = text.split(';')
  const values = new Map(
    parts.map((part): [string, string] => {
      const end = part.indexOf('=')
      return [part.slice(0, end), part.slice(end + 1)]
    }),
  )
  const take = (part: string) => {
    const value = values.get(part)
    values.delete(part)
    return value
  }
  const numberOf = (part: string) => {
    const value = take(part)
    return value === undefined ? null : parseNumber(`signals ${part}`, value)
  }
  const edgeRule = take('edgeRule') ?? defaultEdgeRule
  const rule = edgeRules.find((candidate) => candidate === edgeRule)
  const range = {
    of: signalReference(name, numberOf('column') ?? 0),
    min: numberOf('min'),
    max: numberOf('max'),
    before: numberOf('before') ?? 0,
    after: numberOf('after'),
  }
  if (rule && values.size === 0) return { ...range, edgeRule: rule }
  throw new InvalidArgumentError(
    `A signal range is "${text.slice(0, 100)}"; it must be a signal and its limits, such as runningSpeed;min=1.`,
  )
}
