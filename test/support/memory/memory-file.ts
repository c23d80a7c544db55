import type {
  DatasetStorage,
  ElementKind,
  FileAttribute,
  FileObject,
  FileValue,
  FileValues,
  GroupMembers,
  MembersRequest,
  Readable,
  ValuesRequest,
} from '../../../src/domain/session/file-object.ts'

/** What a file in memory holds, by absolute path; each group is there when something lies in it. */
export type MemoryFile = Readonly<Record<string, MemoryDataset | MemoryFault>>

export interface MemoryDataset {
  readonly dtype: string
  readonly holds: ElementKind
  readonly shape: readonly number[]
  readonly values: readonly FileValue[]
  readonly attributes?: Readonly<Record<string, FileValue>>
}

/** An object that cannot be read. */
type MemoryFault = Extract<Readable<never>, { readonly fault: unknown }>

const nothing = {
  neurodataType: null,
  namespace: null,
  attributeCount: 0,
  memberCount: null,
  elements: null,
  linkTarget: null,
} as const

export function memoryObject(file: MemoryFile, path: string): Readable<FileObject | null> {
  const found = file[path]
  if (!found) {
    const names = namesIn(file, path)
    if (names.length === 0) return { value: null }
    return { value: { ...nothing, kind: 'group', memberCount: names.length } }
  }
  if ('fault' in found) return found
  const { dtype, holds, shape, attributes = {} } = found
  const attributeCount = Object.keys(attributes).length
  const elements = { dtype, holds, shape, valuesEach: 1, elementBytes: 8 }
  return { value: { ...nothing, kind: 'dataset', attributeCount, elements } }
}

export function memoryMembers(
  file: MemoryFile,
  { path, after, count }: MembersRequest,
): Readable<GroupMembers | null> {
  const names = namesIn(file, path)
  const from = after ? names.indexOf(after.id) + 1 : 0
  const isFound = names.length > 0 && (!after || from > 0)
  if (!isFound) return { value: null }
  return { value: { from, names: names.slice(from, from + count), totalCount: names.length } }
}

export function memoryAttributes(file: MemoryFile, path: string): Readable<FileAttribute[]> {
  const found = file[path]
  const attributes = found && !('fault' in found) ? (found.attributes ?? {}) : {}
  const text = { dtype: '|O', holds: 'text', shape: [], valuesEach: 1, elementBytes: 4 } as const
  return {
    value: Object.entries(attributes).map(([name, value]) => ({
      name,
      content: { value: { elements: text, value, isShortened: false } },
    })),
  }
}

export function memoryStorage(file: MemoryFile, path: string): Readable<DatasetStorage | null> {
  const found = file[path]
  if (!found || 'fault' in found) return { value: null }
  const storedBytes = 8 * found.values.length
  return {
    value: {
      layout: 'contiguous',
      chunkShape: null,
      filters: [],
      storedBytes,
      chunkCount: null,
    },
  }
}

/** Blocks of one dimension, or a whole dataset. */
export function memoryValues(
  file: MemoryFile,
  { path, start, shape }: ValuesRequest,
): Readable<FileValues | null> {
  const found = file[path]
  if (!found || 'fault' in found) return { value: null }
  const count = shape.reduce((product, length) => product * length, 1)
  const from = start.length === 1 ? start[0] : 0
  return { value: { values: found.values.slice(from, from + count), shortenedCount: 0 } }
}

function namesIn(file: MemoryFile, path: string): string[] {
  const prefix = path === '/' ? path : `${path}/`
  const below = Object.keys(file).filter((candidate) => candidate.startsWith(prefix))
  return [...new Set(below.map((candidate) => candidate.slice(prefix.length).split('/')[0]))].sort()
}
