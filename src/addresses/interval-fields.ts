import { canonicalEpochFilter, type EpochFilter } from '../domain/stimuli/epochs.ts'
import { InvalidArgumentError } from '../errors.ts'
import { type AddressEntry, type AddressField, optionalNumberField } from './address-field.ts'
import { type AddressFields, parseNumber } from './address-fields.ts'

interface Span {
  readonly start: number
  readonly stop: number
}

/** Between the ends of an interval: `1.5..3`. */
const TO = '..'

/** Intervals in the order given; null is left out. */
export const intervalsField: AddressField<readonly Span[] | null> = {
  write: (spans, name) => [[name, spans?.map(({ start, stop }) => `${start}${TO}${stop}`)]],
  read: (fields, name) => fields.list(name)?.map((text) => readSpan(name, text)) ?? null,
}

function readSpan(name: string, text: string): Span {
  const ends = text.split(TO)
  if (ends.length !== 2) {
    throw new InvalidArgumentError(
      `${name} has "${text.slice(0, 100)}"; an interval has two ends, such as 1.5..3.`,
    )
  }
  const [start, stop] = ends.map((end) => parseNumber(name, end))
  return { start, stop }
}

/** Which epochs; null, the whole session, is left out, and `all` are those of an empty filter. */
export const optionalEpochFilterField: AddressField<EpochFilter | null> = {
  *write(filter, name): Generator<AddressEntry> {
    if (!filter) return
    const { indexes, stimulusNames, excludeStimulusNames, minDuration } = filter
    const isEmpty = !(indexes || stimulusNames || excludeStimulusNames || minDuration != null)
    yield [name, isEmpty ? 'all' : undefined]
    yield [`${name}.indexes`, indexes?.map(String)]
    yield [`${name}.stimulusNames`, stimulusNames ?? undefined]
    yield [`${name}.excludeStimulusNames`, excludeStimulusNames ?? undefined]
    yield* optionalNumberField.write(minDuration ?? null, `${name}.minDuration`)
  },
  read(fields, name) {
    const isGiven = fields.names().some((known) => known === name || known.startsWith(`${name}.`))
    return isGiven ? readFilter(fields, name) : null
  },
  canonical: (filter) => filter && canonicalEpochFilter(filter),
}

function readFilter(fields: AddressFields, name: string): EpochFilter {
  const all = fields.text(name)
  if (all !== undefined && all !== 'all') {
    throw new InvalidArgumentError(`${name} is "${all.slice(0, 100)}"; it can only be all.`)
  }
  return {
    indexes:
      fields.list(`${name}.indexes`)?.map((index) => parseNumber(`${name}.indexes`, index)) ?? null,
    stimulusNames: fields.list(`${name}.stimulusNames`) ?? null,
    excludeStimulusNames: fields.list(`${name}.excludeStimulusNames`) ?? null,
    minDuration: optionalNumberField.read(fields, `${name}.minDuration`),
  }
}
