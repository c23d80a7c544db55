import {
  type DatasetStorage,
  type ElementDescription,
  type FileObject,
  type GroupMembers,
  type MembersRequest,
  MOST_ENTRIES,
  type Readable,
} from '../../domain/session/file-object.ts'
import { RecordingError } from '../../errors.ts'
import {
  type ElementType,
  elementKind,
  elementType,
  hasPointers,
  valuesEach,
} from '../../hdf5/elements/element-type.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { storedLayout } from '../../hdf5/structure/stored-layout.ts'

type Cursor = NonNullable<MembersRequest['after']>

/** Letters of a compound type's dtype that are given. */
const MOST_DTYPE_LETTERS = 1000

/** What stands at a path; null: nothing. */
export function describeObject(file: Hdf5File, path: string): FileObject | null {
  const link = file.linkAt(path)
  if (link) {
    const kind = link.kind === 'soft' ? 'softLink' : 'externalLink'
    return { ...nothing, kind, linkTarget: link.target }
  }
  const kind = file.objectKind(path)
  if (!kind) return null
  const isGroup = kind === 'group'
  return {
    ...nothing,
    kind,
    neurodataType: file.attributes.text(path, 'neurodata_type'),
    namespace: file.attributes.text(path, 'namespace'),
    attributeCount: file.attributes.names(path).length,
    memberCount: isGroup ? file.members(path).size : null,
    elements: kind === 'dataset' ? describeDataset(file, path) : null,
  }
}

const nothing = {
  neurodataType: null,
  namespace: null,
  attributeCount: 0,
  memberCount: null,
  elements: null,
  linkTarget: null,
} as const

function describeDataset(file: Hdf5File, path: string): ElementDescription {
  const metadata = file.metadata(path)
  const type = elementType(metadata, file.storedType(path), file.name)
  return describeElements(type, metadata.shape)
}

export function describeElements(
  type: ElementType,
  shape: readonly number[] | null,
): ElementDescription {
  const { dtype } = type
  const isLong = dtype.length > MOST_DTYPE_LETTERS
  return {
    dtype: isLong ? `${dtype.slice(0, MOST_DTYPE_LETTERS)}…` : dtype,
    holds: elementKind(type),
    shape,
    valuesEach: valuesEach(type, MOST_ENTRIES),
    elementBytes: type.bytes,
  }
}

/** Names of some members of a group; null: no such group, or it does not have the one before. */
export function listMembers(
  file: Hdf5File,
  { path, after, count }: MembersRequest,
): GroupMembers | null {
  if (file.linkAt(path) || file.kind(path) !== 'group') return null
  const names = [...file.members(path)]
  const before = after ? positionOf(after, names) : -1
  if (after && before < 0) return null
  const from = before + 1
  return { from, names: names.slice(from, from + count), totalCount: names.length }
}

/** Where it was, unless members have come or gone. */
function positionOf({ position, id }: Cursor, names: readonly string[]): number {
  return names[position] === id ? position : names.indexOf(id)
}

/** How a dataset is stored; null: no dataset. Reads the whole index of its chunks. */
export function describeStorage(file: Hdf5File, path: string): DatasetStorage | null {
  if (file.kind(path) !== 'dataset') return null
  const metadata = file.metadata(path)
  const { chunks: chunkShape } = metadata
  const stored = storedLayout(file.headerMessages(path), file.layout)
  const filters = file.elements.filters(path)
  const common = { chunkShape, filters }
  if (!chunkShape) {
    const layout = stored?.kind ?? 'contiguous'
    return { ...common, layout, storedBytes: stored?.bytes ?? null, chunkCount: null }
  }
  const type = elementType(metadata, file.storedType(path), file.name)
  const index = file.elements.chunked(path, metadata, hasPointers(type))?.index
  const written = index?.positions.filter((position) => position >= 0).length ?? null
  const storedBytes = index?.byteLengths.reduce((sum, length) => sum + length, 0) ?? null
  return { ...common, layout: 'chunked', storedBytes, chunkCount: written }
}

/** What is read of one object, or what is wrong with it alone. */
export function orFault<Value>(file: Hdf5File, read: () => Value): Readable<Value> {
  try {
    return { value: read() }
  } catch (error) {
    // A source that failed fails everything; so does a library without memory.
    file.assertReadable()
    const isOfObject = error instanceof RecordingError && error.code !== 'READER_OUT_OF_MEMORY'
    if (!isOfObject) throw error
    return { fault: { code: error.code, detail: error.detail } }
  }
}
