import { ascending } from '../domain/numeric/compare-numbers.ts'
import { type ExactNumber, parseWhole } from '../domain/numeric/exact-numbers.ts'
import type { ParameterFilter, PresentationFilter } from '../domain/stimuli/presentation-filter.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'
import { valuesIn } from './requested-values.ts'
import { readSignalRange, writeSignalRange } from './signal-range-field.ts'

/** A filter as fields with its name before them: `presentations.stimulusNames`. */
export const presentationFilterField: AddressField<PresentationFilter> = {
  *write(filter, name) {
    yield [`${name}.stimulusNames`, filter.stimulusNames ?? undefined]
    yield [`${name}.excludeStimulusNames`, filter.excludeStimulusNames ?? undefined]
    yield [`${name}.blocks`, filter.blocks?.map(String)]
    yield [`${name}.epochIndexes`, filter.epochIndexes?.map(String)]
    yield [`${name}.conditionIds`, filter.conditionIds ?? undefined]
    yield [`${name}.ids`, filter.ids ?? undefined]
    yield [`${name}.start`, filter.start ?? undefined]
    yield [`${name}.stop`, filter.stop ?? undefined]
    yield [`${name}.parameters`, filter.parameters?.map(writeParameter)]
    yield [`${name}.signals`, filter.signals?.map(writeSignalRange)]
    yield [`${name}.excludeInvalidTimes`, filter.excludeInvalidTimes || undefined]
  },

  read(fields, name) {
    const numbers = (part: string) =>
      fields.list(`${name}.${part}`)?.map((text) => parseNumber(`${name}.${part}`, text)) ?? null
    return {
      stimulusNames: fields.list(`${name}.stimulusNames`) ?? null,
      excludeStimulusNames: fields.list(`${name}.excludeStimulusNames`) ?? null,
      blocks:
        fields
          .list(`${name}.blocks`)
          ?.map((text) => parseWhole(text) ?? parseNumber(`${name}.blocks`, text)) ?? null,
      epochIndexes: numbers('epochIndexes'),
      conditionIds: fields.list(`${name}.conditionIds`) ?? null,
      ids: fields.list(`${name}.ids`) ?? null,
      start: fields.number(`${name}.start`) ?? null,
      stop: fields.number(`${name}.stop`) ?? null,
      parameters: fields.list(`${name}.parameters`)?.map(readParameter) ?? null,
      signals: fields.list(`${name}.signals`)?.map(readSignalRange) ?? null,
      excludeInvalidTimes: fields.flag(`${name}.excludeInvalidTimes`) ?? false,
    }
  },

  // Required, so that a new condition is not left out of addresses.
  canonical: (filter): Required<PresentationFilter> => ({
    stimulusNames: distinct(filter.stimulusNames),
    excludeStimulusNames: filter.excludeStimulusNames?.length
      ? distinct(filter.excludeStimulusNames)
      : null,
    blocks: filter.blocks ? [...new Set(filter.blocks)].sort(byNumber) : null,
    epochIndexes: filter.epochIndexes ? [...new Set(filter.epochIndexes)].sort(ascending) : null,
    conditionIds: distinct(filter.conditionIds),
    ids: distinct(filter.ids),
    start: filter.start ?? null,
    stop: filter.stop ?? null,
    parameters: filter.parameters?.length ? filter.parameters : null,
    signals: filter.signals?.length ? filter.signals : null,
    excludeInvalidTimes: filter.excludeInvalidTimes ?? false,
  }),
}

const byNumber = (a: ExactNumber, b: ExactNumber) => (a < b ? -1 : Number(a > b))

const distinct = (names: readonly string[] | null | undefined) =>
  names ? [...new Set(names)].sort((a, b) => ascending(Number(a), Number(b)) || byText(a, b)) : null

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** `contrast=[0.8]` */
const writeParameter = ({ name, values }: ParameterFilter) => `${name}=${JSON.stringify(values)}`

function readParameter(text: string): ParameterFilter {
  const end = text.indexOf('=')
  const values = valuesIn(text.slice(end + 1))
  if (end > 0 && values) return { name: text.slice(0, end), values }
  throw new InvalidArgumentError(
    `A parameter is "${text.slice(0, 100)}"; it must be a name and its values, such as contrast=[0.8].`,
  )
}
