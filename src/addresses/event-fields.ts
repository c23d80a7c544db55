import type { EventSelection, EventSourceRequest } from '../domain/events/event-request.ts'
import { isSignalName } from '../domain/signals/signal-source.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressField } from './address-field.ts'
import { isRequestedValue } from './requested-values.ts'

/** Where events come from, as JSON: `{"times":[1.5,3]}`, `{"intervals":{"table":"trials"}}`. */
export const eventSourceField: AddressField<EventSourceRequest> = {
  write: (source, name) => [[name, JSON.stringify(source)]],
  read(fields, name) {
    const text = fields.text(name) ?? ''
    const source = jsonIn(text)
    if (isSource(source)) return source
    throw new InvalidArgumentError(
      `${name} is "${text.slice(0, 100)}"; it must be one source of events as JSON, such as {"times":[1.5,3]}. Query EventActivity.href for an address.`,
    )
  },
  canonical: ({ times, ...source }) =>
    times
      ? { times: times.map((time) => time ?? null) }
      : withoutDefaults(withoutGaps(source) as EventSourceRequest),
}

/** What a source that leaves it out means, too. */
const defaults: { readonly [Source in keyof EventSourceRequest]: object } = {
  intervals: { column: 'start_time', timesFrom: 'SESSION', where: [] },
  timeSeries: { column: 0 },
  crossings: { minDuration: 0 },
}

function withoutDefaults(source: EventSourceRequest): EventSourceRequest {
  const kinds = Object.entries(source) as [keyof EventSourceRequest, object][]
  return Object.fromEntries(
    kinds.map(([kind, parts]) => {
      const usual = new Map(Object.entries(defaults[kind] ?? {}).map(writtenEntry))
      const given = Object.entries(parts).filter(
        ([name, part]) => usual.get(name) !== JSON.stringify(part),
      )
      return [kind, Object.fromEntries(given)]
    }),
  )
}

const writtenEntry = ([name, part]: [string, unknown]) => [name, JSON.stringify(part)] as const

/** Which events: `where.start`, `where.stop`, `where.minGap` and `where.excludeInvalidTimes`. */
export const eventSelectionField: AddressField<EventSelection> = {
  *write({ start, stop, minGap, excludeInvalidTimes }, name) {
    yield [`${name}.start`, start ?? undefined]
    yield [`${name}.stop`, stop ?? undefined]
    yield [`${name}.minGap`, minGap ?? undefined]
    yield [`${name}.excludeInvalidTimes`, excludeInvalidTimes || undefined]
  },
  read: (fields, name) => ({
    start: fields.number(`${name}.start`) ?? null,
    stop: fields.number(`${name}.stop`) ?? null,
    minGap: fields.number(`${name}.minGap`) ?? null,
    excludeInvalidTimes: fields.flag(`${name}.excludeInvalidTimes`) ?? false,
  }),
}

/** The same without what is null, in order of the names. */
function withoutGaps(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutGaps)
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== null && entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, entry]) => [name, withoutGaps(entry)]))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Check = (value: unknown) => boolean

const isNumber: Check = (value) => typeof value === 'number'
const isText: Check = (value) => typeof value === 'string'
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string)

/** An object that has all of some fields, and none but these and others. */
function record(needed: Record<string, Check>, others: Record<string, Check> = {}): Check {
  const checks = { ...needed, ...others }
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(
      ([name, entry]) => Object.hasOwn(checks, name) && checks[name](entry),
    )
}

const isSignal: Check = (value) =>
  record({ name: (name) => isText(name) && isSignalName(name as string) })(value) ||
  record({ path: isText, column: Number.isInteger })(value)

const sources: readonly Check[] = [
  record({ times: listOf((time) => time === null || isNumber(time)) }),
  record({
    intervals: record(
      { table: isText },
      {
        column: isText,
        timesFrom: oneOf('SESSION', 'START'),
        where: listOf(record({ column: isText, values: listOf(isRequestedValue) })),
        valueColumn: isText,
      },
    ),
  }),
  record({
    timeSeries: record(
      { path: isText },
      { column: Number.isInteger, min: isNumber, max: isNumber },
    ),
  }),
  record({
    optogenetic: record(
      {},
      {
        conditions: listOf(isText),
        levels: listOf(isNumber),
        minDuration: isNumber,
        maxDuration: isNumber,
      },
    ),
  }),
  record({
    crossings: record(
      { of: isSignal, threshold: isNumber },
      { hold: isNumber, minDuration: isNumber },
    ),
  }),
]

const isSource = (value: unknown): value is EventSourceRequest =>
  sources.some((check) => check(value))
