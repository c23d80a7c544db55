import { EpochNotFoundError, InvalidArgumentError } from '../../errors.ts'
import type { PresentationList } from './presentations.ts'
import type { ParameterColumn, ParameterTable } from './stimulus-parameters.ts'

/**
 * The distinct combinations of stimulus name and parameters that a session shows, numbered by first
 * appearance in order of start time, as the AllenSDK's `stimulus_conditions` are. Masked
 * presentations have taken part in the numbering.
 */
export interface StimulusConditions {
  readonly count: number
  /** condition of each presentation; -1: masked. Shape [presentations] */
  readonly ofPresentations: Int32Array
  /** shape [conditions] */
  readonly stimulusNames: readonly string[]
  /** how many presentations show it, without masked ones. Shape [conditions] */
  readonly presentationCounts: Int32Array
  /** parameters that distinguish conditions; one row per condition */
  readonly parameters: ParameterTable
  /**
   * those that distinguish trials rather than conditions, see {@link conditionsOf}; one row a
   * presentation, masked ones without values
   */
  readonly trialParameters: ParameterTable
}

/** A parameter of presentations, whether or not it distinguishes conditions. */
export interface PresentationParameter extends Pick<ParameterColumn, 'name' | 'values'> {
  /**
   * @returns position among the values; -1: the parameter does not apply, or
   *   the presentation is masked
   */
  codeOf(presentation: number): number
}

/**
 * Columns of stimulus tables, as in Visual Behavior, that say which presentation it was and not
 * what was shown.
 */
const rowColumns: ReadonlySet<string> = new Set([
  'start_frame',
  'end_frame',
  'duration',
  'trials_id',
  'flashes_since_change',
])

/**
 * Find the conditions of a session.
 *
 * In the Allen Institute's tables all columns make conditions, but those that number presentations,
 * frames or trials. In a table that is not laid out as the Allen Institute's, columns of times
 * (`…_time`), and columns whose values come less than twice on average, tell one trial from the
 * other rather than conditions apart: they are not part of its conditions.
 *
 * @param parameters of all presentations, in order of the list
 * @param isStimulusTable for each of the list's tables: it is laid out as the Allen Institute's
 */
export function conditionsOf(
  list: PresentationList,
  parameters: ParameterTable,
  isStimulusTable: readonly boolean[],
): StimulusConditions {
  const identified = parameters.columns.map((column) =>
    isStimulusTable.map((isStimulus, table) =>
      isStimulus ? rowColumns.has(column.name) : identifiesRows(column, list, table),
    ),
  )
  const columns = parameters.columns.map((column, i) => withoutTables(column, list, identified[i]))
  let numbers: Int32Array = list.storedNames.codes
  for (const { codes, values } of columns) numbers = combine(numbers, codes, values.length)
  const { codes, firstRows } = numberByAppearance(numbers)
  const presentationCounts = new Int32Array(firstRows.length)
  const ofPresentations = codes.map((condition, id) => {
    if (list.masked[id] === 1) return -1
    presentationCounts[condition] = presentationCounts[condition] + 1
    return condition
  })
  return {
    count: firstRows.length,
    ofPresentations,
    stimulusNames: firstRows.map((id) => list.storedNames.values[list.storedNames.codes[id]]),
    presentationCounts,
    parameters: {
      count: firstRows.length,
      columns: columns
        .map(({ name, codes, values }) => ({
          name,
          values,
          codes: Int32Array.from(firstRows, (id) => codes[id]),
        }))
        .filter((column) => column.codes.some((code) => code >= 0)),
    },
    trialParameters: {
      count: list.count,
      columns: parameters.columns
        .filter((_, i) => identified[i]?.includes(true))
        .map((column) => ({ ...column, codes: withoutMasked(column.codes, list) })),
    },
  }
}

/** All parameters that presentations have, in order of their names. */
export function presentationParameters(conditions: StimulusConditions): PresentationParameter[] {
  const { ofPresentations, parameters, trialParameters } = conditions
  const ofTrials = new Set(trialParameters.columns.map(({ name }) => name))
  const ofConditions = parameters.columns
    .filter(({ name }) => !ofTrials.has(name))
    .map(({ name, values, codes }) => ({
      name,
      values,
      // A masked presentation shows no condition: -1 is not a position.
      codeOf: (presentation: number) => codes[ofPresentations[presentation]] ?? -1,
    }))
  const others = trialParameters.columns.map(({ name, values, codes }) => ({
    name,
    values,
    codeOf: (presentation: number) => codes[presentation],
  }))
  return [...ofConditions, ...others].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * A parameter by the file's name of it, or by that in camelCase.
 *
 * @throws InvalidArgumentError
 */
export function findParameter(conditions: StimulusConditions, name: string): PresentationParameter {
  const parameters = presentationParameters(conditions)
  const wanted = toSnakeCase(name)
  const found =
    parameters.find((candidate) => candidate.name === name) ??
    parameters.find((candidate) => candidate.name.toLowerCase() === wanted)
  if (found) return found
  const known = parameters.map((candidate) => candidate.name)
  throw new InvalidArgumentError(
    `No stimulus parameter "${name.slice(0, 100)}" in this session. Available: ${known.join(', ') || 'none'}.`,
  )
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Numbers that are equal where both are. */
function combine(numbers: Int32Array, codes: Int32Array, codeCount: number): Int32Array {
  const numberOfPair = new Map<number, number>()
  return numbers.map((number, row) => {
    const pair = number * (codeCount + 1) + codes[row] + 1
    const known = numberOfPair.get(pair)
    if (known !== undefined) return known
    numberOfPair.set(pair, numberOfPair.size)
    return numberOfPair.size - 1
  })
}

/** Numbers counted from 0 in order of first appearance, and where each appears first. */
function numberByAppearance(numbers: Int32Array): { codes: Int32Array; firstRows: number[] } {
  const codeOfNumber = new Map<number, number>()
  const firstRows: number[] = []
  const codes = numbers.map((number, row) => {
    let code = codeOfNumber.get(number)
    if (code === undefined) {
      code = firstRows.push(row) - 1
      codeOfNumber.set(number, code)
    }
    return code
  })
  return { codes, firstRows }
}

function withoutTables(
  column: ParameterColumn,
  { tableNumbers }: PresentationList,
  isLeftOut: readonly boolean[],
): ParameterColumn {
  if (!isLeftOut.includes(true)) return column
  const codes = column.codes.map((code, id) => (isLeftOut[tableNumbers[id]] ? -1 : code))
  return { ...column, codes }
}

function withoutMasked(codes: Int32Array, { masked }: PresentationList): Int32Array {
  return masked.includes(1) ? codes.map((code, id) => (masked[id] === 1 ? -1 : code)) : codes
}

/** Times do, and so do values that come less than twice on average. */
function identifiesRows({ name, codes }: ParameterColumn, list: PresentationList, table: number) {
  if (/_times?$/.test(name)) return true
  const distinct = new Set<number>()
  let count = 0
  for (const [id, code] of codes.entries()) {
    if (list.tableNumbers[id] !== table || code < 0) continue
    distinct.add(code)
    count++
  }
  return distinct.size > 1 && distinct.size * 2 > count
}

/**
 * Ids of the conditions of some stimuli, in order; all of them without names.
 *
 * @throws EpochNotFoundError
 */
export function conditionsOfStimuli(
  { stimulusNames }: StimulusConditions,
  names: readonly string[] | null,
): number[] {
  const known = new Set(stimulusNames)
  for (const name of names ?? []) {
    if (!known.has(name)) throw new EpochNotFoundError(`stimulus "${name}"`, [...known])
  }
  return [...stimulusNames.keys()].filter((id) => !names || names.includes(stimulusNames[id]))
}
