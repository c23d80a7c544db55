import type { ElementDescription, FileObject, Readable } from '../domain/session/file-object.ts'
import { elementsIn, planBlock, type ValueBlock } from '../domain/session/value-block.ts'
import { InvalidArgumentError, RecordingError } from '../errors.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { RequestContext } from './request-context.ts'

/** Of a path: longer ones, or deeper ones, are of groups that contain themselves. */
const MOST_LETTERS = 4000
const MOST_NAMES = 100

/** Characters of texts in one block. */
const MOST_CHARACTERS = 1_000_000

/** Characters of a text that cost as much as a value. */
const CHARACTERS_PER_VALUE = 100

/** Of a cell: a double. */
const CELL_BYTES = 8

/** Part of a dataset, as it is requested. */
export interface RequestedBlock {
  readonly start: readonly number[] | null
  readonly shape: readonly number[] | null
  readonly textLength: number
}

/** @throws InvalidArgumentError for what is not an absolute path, or leads nowhere */
export async function findFileObject(
  session: CatalogSession,
  path: string,
  { loaders }: RequestContext,
): Promise<FileObject> {
  assertPath(path)
  const object = readableValue(session, await loaders.read(session, 'fileObjects', { path }))
  if (object) return object
  throw new InvalidArgumentError(
    `The file has nothing at "${path.slice(0, 200)}". Query { fileObject(path: …) { children { nodes { path } } } } for what a group contains; the root is "/".`,
  )
}

/**
 * A block of a dataset. Charges the budget.
 *
 * @returns null: the dataset has no elements, nor dimensions
 * @throws InvalidArgumentError
 */
export async function readBlock(
  session: CatalogSession,
  path: string,
  { shape: lengths, holds, valuesEach, elementBytes }: ElementDescription,
  { start, shape, textLength }: RequestedBlock,
  { budget, loaders }: RequestContext,
) {
  if (lengths === null) return null
  const block: ValueBlock = planBlock(lengths, start, shape)
  const elements = elementsIn(block.shape)
  assertTextLength(textLength, elements)
  const isNumber = holds === 'number' || holds === 'boolean'
  const valuesPerText = isNumber ? 1 : Math.ceil(textLength / CHARACTERS_PER_VALUE)
  budget.chargeList(elements, valuesEach * valuesPerText)
  budget.chargeCells(elements * Math.ceil(elementBytes / CELL_BYTES))
  const read = await loaders.read(session, 'fileValues', { path, ...block, textLength })
  const values = readableValue(session, read)
  return values && { ...block, ...values }
}

/** @throws RecordingError where the object cannot be read */
export function readableValue<Value>(session: CatalogSession, read: Readable<Value>): Value {
  if ('value' in read) return read.value
  throw new RecordingError(read.fault.code, session.fileName, read.fault.detail)
}

/** The path of a member of a group. */
export function memberPath(group: string, name: string): string {
  return group === '/' ? `/${name}` : `${group}/${name}`
}

/** The last name in a path; `/` for the root. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || '/'
}

function assertPath(path: string): void {
  const names = path.slice(1).split('/')
  const isPlain = names.every((name) => name !== '' && name !== '.')
  const isAbsolute = path.startsWith('/') && (path === '/' || isPlain) && !path.includes('\0')
  if (!isAbsolute) {
    throw new InvalidArgumentError(
      `path is "${path.slice(0, 200)}"; it must be absolute, such as "/units/spike_times", without "." or empty names.`,
    )
  }
  if (path.length > MOST_LETTERS || names.length > MOST_NAMES) {
    throw new InvalidArgumentError(
      `path has ${names.length} names and ${path.length} characters; at most ${MOST_NAMES} names and ${MOST_LETTERS} characters are followed.`,
    )
  }
}

function assertTextLength(textLength: number, elements: number): void {
  const most = Math.floor(MOST_CHARACTERS / Math.max(1, elements))
  if (textLength >= 1 && textLength <= most) return
  throw new InvalidArgumentError(
    `textLength is ${textLength}; for ${elements} elements it must be from 1 to ${most}.`,
  )
}
