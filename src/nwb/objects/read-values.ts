import {
  type AttributeContent,
  type AttributesRequest,
  type FileAttribute,
  type FileValue,
  type FileValues,
  MOST_ENTRIES,
  type ValuesRequest,
} from '../../domain/session/file-object.ts'
import { RecordingError } from '../../errors.ts'
import { ElementDecoder } from '../../hdf5/elements/decode-elements.ts'
import { type ElementType, elementType, hasPointers } from '../../hdf5/elements/element-type.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { describeElements, orFault } from './read-objects.ts'

/** A larger attribute is described, but not read: libhdf5 reads it only as a whole. */
const MOST_ATTRIBUTE_BYTES = 2 ** 20

/** Characters of a text that are given, by itself and in a list. */
const TEXT_LENGTH = 10_000
const LISTED_TEXT_LENGTH = 1000

/** Characters of all attributes of an object; further ones are described, but not read. */
const MOST_CHARACTERS = 1_000_000

/** The first attributes of an object, each with what is wrong with it alone; none of a link. */
export function readAttributes(
  file: Hdf5File,
  { path, count }: AttributesRequest,
): FileAttribute[] {
  if (file.linkAt(path)) return []
  let charactersLeft = MOST_CHARACTERS
  return file.attributes
    .names(path)
    .slice(0, count)
    .map((name) => {
      const content = orFault(file, () => readAttribute(file, path, name, charactersLeft <= 0))
      if ('value' in content) charactersLeft -= charactersIn(content.value.value)
      return { name, content }
    })
}

function readAttribute(
  file: Hdf5File,
  path: string,
  name: string,
  isLeftOut: boolean,
): AttributeContent {
  const { metadata, storedType } = file.attributes.stored(path, name)
  const type = elementType(metadata, storedType, file.name)
  const elements = describeElements(type, metadata.shape)
  const { shape, total_size: count, size } = metadata
  if (shape === null) return { elements, value: null, isShortened: false }
  if (isLeftOut || count * size > MOST_ATTRIBUTE_BYTES) {
    return { elements, value: null, isShortened: true }
  }
  const textLength = shape.length === 0 ? TEXT_LENGTH : LISTED_TEXT_LENGTH
  const { values, shortenedCount } = file.attributes.decode(
    path,
    name,
    metadata,
    hasPointers(type),
    (bytes, memory) =>
      decode(file, type, bytes.subarray(0, MOST_ENTRIES * size), memory, textLength),
  )
  return {
    elements,
    value: shape.length === 0 ? values[0] : values,
    isShortened: shortenedCount > 0 || count > MOST_ENTRIES,
  }
}

/** About as many as it has in JSON. */
function charactersIn(value: FileValue): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce((sum: number, part) => sum + charactersIn(part), 0)
}

/**
 * A block of a dataset; null: no such dataset.
 *
 * @throws RecordingError FILE_CHANGED where the dataset is smaller
 */
export function readValues(
  file: Hdf5File,
  { path, start, shape, textLength }: ValuesRequest,
): FileValues | null {
  if (file.kind(path) !== 'dataset') return null
  const metadata = file.metadata(path)
  if (metadata.virtual_sources) {
    throw new RecordingError('EXTERNAL_DATA_REFUSED', file.name, `virtual dataset ${path}`)
  }
  if (metadata.shape === null) return { values: [], shortenedCount: 0 }
  const isInside =
    start.length === metadata.shape.length &&
    metadata.shape.every((length, i) => start[i] + shape[i] <= length)
  if (!isInside) throw new RecordingError('FILE_CHANGED', file.name, `${path} is smaller`)
  const type = elementType(metadata, file.storedType(path), file.name)
  return file.elements.decode(
    path,
    metadata,
    { from: start, count: shape },
    hasPointers(type),
    (bytes, memory) => decode(file, type, bytes, memory, textLength),
  )
}

function decode(
  file: Hdf5File,
  type: ElementType,
  bytes: Uint8Array,
  memory: () => Uint8Array,
  textLength: number,
): FileValues {
  const decoder = new ElementDecoder({
    fileName: file.name,
    memory,
    dereference: (reference) => file.dereference(reference),
    textLength,
    mostEntries: MOST_ENTRIES,
  })
  const values = decoder.decode(type, bytes)
  return { values, shortenedCount: decoder.shortenedCount }
}
