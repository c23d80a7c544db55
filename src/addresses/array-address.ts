// The address of an array: the version of the rules, the session, the state of its file, and the
// question in one canonical form.
import type { DatasetQuestion } from '../domain/counting/dataset.ts'
import type { EpochWindow } from '../domain/counting/epoch-window.ts'
import type { AskedWindow, MatrixQuestion } from '../domain/counting/matrix-request.ts'
import { RULE_VERSION } from '../domain/counting/rule-version.ts'
import { defaultWindow, excludedStimuli, visualAreas } from '../domain/defaults.ts'
import { InvalidArgumentError } from '../errors.ts'
import { AddressFields, type FieldValue, parseNumber, writeFields } from './address-fields.ts'
import { readUnitFilter, unitFilterFields } from './unit-filter-fields.ts'

/** Of what an array is made: whose, and from which state of the file. */
export interface ArraySource {
  readonly sessionId: string
  readonly fileVersion: string
}

/** In the order of a canonical question. */
const defaultExclusions: readonly string[] = [...excludedStimuli].sort()

/** Servers and proxies take lines of 8 KB; so does Node, with 16 KB for all headers. */
const LONGEST_ADDRESS = 8000

/**
 * Address of one matrix, relative to the root of the server.
 *
 * @param fileName how the matrix is written: `binned-activity.npy`
 * @param question canonical: the same question makes the same address
 * @throws InvalidArgumentError when it becomes too long
 */
export function matrixAddress(
  source: ArraySource,
  fileName: string,
  { area, window, units }: MatrixQuestion,
): string {
  return address(source, fileName, [
    ['area', area ?? undefined],
    ...windowFields(window),
    ...unitFilterFields(units),
  ])
}

/**
 * The question that a matrix's address asks, as it stands there: not canonical
 * where someone wrote it by hand.
 */
export function readMatrixQuestion(search: string): MatrixQuestion {
  const fields = new AddressFields(search)
  const question = {
    area: fields.text('area') ?? null,
    window: readWindow(fields),
    units: readUnitFilter(fields),
  }
  fields.assertAllRead()
  return question
}

/**
 * Address of a dataset, relative to the root of the server.
 *
 * @param question canonical: the same question makes the same address
 * @throws InvalidArgumentError when it becomes too long
 */
export function datasetAddress(
  source: ArraySource,
  fileName: string,
  { areas, epochs, units, window }: DatasetQuestion,
): string {
  const excluded = epochs.excludeStimulusNames ?? []
  return address(source, fileName, [
    ['areas', isEqual(areas ?? visualAreas, visualAreas) ? undefined : areas],
    ['epochs', epochs.indexes?.map(String)],
    ['stimulusNames', epochs.stimulusNames ?? undefined],
    ['excludeStimulusNames', isEqual(excluded, defaultExclusions) ? undefined : excluded],
    ['minDuration', epochs.minDuration ?? undefined],
    ...aroundFields(window),
    ...unitFilterFields(units),
  ])
}

/** The question that a dataset's address asks, as it stands there. */
export function readDatasetQuestion(search: string): DatasetQuestion {
  const fields = new AddressFields(search)
  const question = {
    areas: fields.list('areas') ?? visualAreas,
    missingAreas: 'empty' as const,
    epochs: {
      indexes: fields.list('epochs')?.map((index) => parseNumber('epochs', index)) ?? null,
      stimulusNames: fields.list('stimulusNames') ?? null,
      excludeStimulusNames: fields.list('excludeStimulusNames') ?? defaultExclusions,
      minDuration: fields.number('minDuration') ?? null,
    },
    window: readAround(fields),
    units: readUnitFilter(fields),
  }
  fields.assertAllRead()
  return question
}

const isEqual = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i])

function address(
  { sessionId, fileVersion }: ArraySource,
  fileName: string,
  fields: Iterable<readonly [string, FieldValue | undefined]>,
): string {
  const search = writeFields(fields)
  const path = `/arrays/v${RULE_VERSION}/${encodeURIComponent(sessionId)}/${fileVersion}/${fileName}`
  const whole = search === '' ? path : `${path}?${search}`
  if (whole.length > LONGEST_ADDRESS) {
    throw new InvalidArgumentError(
      `The address would be ${whole.length} characters long; ${LONGEST_ADDRESS} are allowed. Select units by limits, probes or areas instead of so many ids, or query data.`,
    )
  }
  return whole
}

function* windowFields(window: AskedWindow): Generator<[string, FieldValue | undefined]> {
  if ('epochIndex' in window) {
    yield ['epoch', window.epochIndex]
    yield* aroundFields(window)
  } else {
    yield ['start', window.start]
    yield ['stop', window.stop]
    yield ['binSize', unlessDefault('binSize', window.binSize)]
  }
}

function* aroundFields({
  before,
  after,
  binSize,
}: EpochWindow): Generator<[string, FieldValue | undefined]> {
  yield ['before', unlessDefault('before', before)]
  yield ['after', after === null ? 'end' : unlessDefault('after', after)]
  yield ['binSize', unlessDefault('binSize', binSize)]
}

const unlessDefault = (name: keyof typeof defaultWindow, value: number) =>
  value === defaultWindow[name] ? undefined : value

function readWindow(fields: AddressFields): AskedWindow {
  const epochIndex = fields.number('epoch')
  if (epochIndex !== undefined) return { epochIndex, ...readAround(fields) }
  const start = fields.number('start')
  const stop = fields.number('stop')
  if (start === undefined || stop === undefined) {
    throw new InvalidArgumentError(
      'The address names neither an epoch nor start and stop of a window. Query href for an address.',
    )
  }
  return { start, stop, binSize: fields.number('binSize') ?? defaultWindow.binSize }
}

function readAround(fields: AddressFields): EpochWindow {
  const after = fields.text('after') ?? String(defaultWindow.after)
  return {
    before: fields.number('before') ?? defaultWindow.before,
    after: after === 'end' ? null : parseNumber('after', after),
    binSize: fields.number('binSize') ?? defaultWindow.binSize,
  }
}
