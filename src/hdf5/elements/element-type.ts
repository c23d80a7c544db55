import type { ElementKind } from '../../domain/session/file-object.ts'
import { RecordingError } from '../../errors.ts'
import { typeClass } from '../datatype.ts'
import type { Hdf5Metadata } from '../hdf5-library.ts'
import { ieeeFloat, isReadable, type NumberFormat, plainInteger } from '../number-format.ts'
import { arrayDtype, compoundDtype, numberDtype } from './numpy-dtype.ts'
import type { StoredType } from './stored-type.ts'

/** How one element lies in the library's memory, with all that is nested in it. */
export type ElementType = { readonly bytes: number; readonly dtype: string } & (
  | {
      readonly kind: 'number'
      readonly format: NumberFormat
      readonly isBigEndian: boolean
      /** names of its numbers; null: it is a quantity */
      readonly names: ReadonlyMap<number, string> | null
      readonly isBoolean: boolean
    }
  | { readonly kind: 'text'; readonly isVariable: boolean; readonly padding: number | undefined }
  | { readonly kind: 'compound'; readonly members: readonly Member[] }
  | { readonly kind: 'reference' }
  | { readonly kind: 'list'; readonly base: ElementType }
  | { readonly kind: 'array'; readonly base: ElementType; readonly length: number }
  | { readonly kind: 'opaque' }
  | { readonly kind: 'unknown' }
)

interface Member {
  readonly name: string
  readonly offset: number
  readonly type: ElementType
}

type Metadata = Omit<Hdf5Metadata, 'shape' | 'maxshape' | 'chunks'>

/**
 * @param stored what the file says of it; null: not known, where only what is usual can be assumed
 * @throws RecordingError UNSUPPORTED_LAYOUT where libhdf5 would turn the bytes of some members only
 */
export function elementType(
  metadata: Metadata,
  stored: StoredType | null,
  fileName: string,
): ElementType {
  const orders = numberOrders(metadata)
  const isAllBig = orders.length > 0 && orders.every((isBig) => isBig)
  if (isAllBig && metadata.type !== typeClass.enumeration && hasEnumeration(metadata)) {
    const found = 'big-endian records with coded texts'
    throw new RecordingError('UNSUPPORTED_LAYOUT', fileName, found)
  }
  // libhdf5 turns the bytes of numbers where all are alike, but not those that stand for texts.
  return typeOf(metadata, stored, isAllBig)
}

/** Whether elements point to texts or lists elsewhere in the library's memory. */
export function hasPointers(type: ElementType): boolean {
  switch (type.kind) {
    case 'text':
      return type.isVariable
    case 'list':
      return true
    case 'array':
      return hasPointers(type.base)
    case 'compound':
      return type.members.some((member) => hasPointers(member.type))
    default:
      return false
  }
}

/** What an element is, for those who read of it. */
export function elementKind(type: ElementType): ElementKind {
  if (type.kind !== 'number' || !type.names) return type.kind
  return type.isBoolean ? 'boolean' : 'enumeration'
}

/** Values that an element is written with, where lists are cut after `mostEntries`. */
export function valuesEach(type: ElementType, mostEntries: number): number {
  switch (type.kind) {
    case 'list':
      return mostEntries * valuesEach(type.base, mostEntries)
    case 'array':
      return Math.min(type.length, mostEntries) * valuesEach(type.base, mostEntries)
    case 'compound':
      return type.members.reduce((sum, member) => sum + valuesEach(member.type, mostEntries), 1)
    default:
      return 1
  }
}

function typeOf(metadata: Metadata, stored: StoredType | null, isTurned: boolean): ElementType {
  const bytes = metadata.size
  switch (metadata.type) {
    case typeClass.integer:
    case typeClass.float:
    case typeClass.bitfield:
      return numberType(metadata, stored, isTurned)
    case typeClass.enumeration: {
      const type = numberType(metadata, stored, false)
      if (type.kind !== 'number') return type
      const names = enumerationNames(metadata, stored)
      const isBoolean = names.size > 0 && [...names.values()].every((name) => isBooleanName(name))
      return { ...type, names, isBoolean, dtype: isBoolean ? '|b1' : type.dtype }
    }
    case typeClass.string: {
      const isVariable = metadata.vlen
      const dtype = isVariable ? '|O' : `|S${bytes}`
      return { kind: 'text', bytes, dtype, isVariable, padding: metadata.strpad }
    }
    case typeClass.reference:
      return { kind: 'reference', bytes, dtype: '|O' }
    case typeClass.opaque:
      return { kind: 'opaque', bytes, dtype: `|V${bytes}` }
    case typeClass.variableLength:
      if (!metadata.vlen_type) break
      return {
        kind: 'list',
        bytes,
        dtype: '|O',
        base: typeOf(metadata.vlen_type, stored?.base ?? null, isTurned),
      }
    case typeClass.array: {
      if (!metadata.array_type) break
      const base = typeOf(metadata.array_type, stored?.base ?? null, isTurned)
      return arrayType(base, metadata.array_type.shape ?? [])
    }
    case typeClass.compound: {
      const members = (metadata.compound_type?.members ?? []).map((member, i) => ({
        name: member.name,
        offset: member.offset,
        type: typeOf(member, stored?.members[i] ?? null, isTurned),
      }))
      const dtype = compoundDtype(members.map(({ name, type }) => [name, type.dtype]))
      return { kind: 'compound', bytes, dtype, members }
    }
  }
  return { kind: 'unknown', bytes, dtype: `|V${bytes}` }
}

/** Arrays of arrays, one for each dimension. */
function arrayType(base: ElementType, shape: readonly number[]): ElementType {
  const nested = shape.reduceRight<ElementType>(
    (inner, length) => ({
      kind: 'array',
      bytes: length * inner.bytes,
      dtype: '',
      base: inner,
      length,
    }),
    base,
  )
  return { ...nested, dtype: arrayDtype(base.dtype, shape) }
}

function numberType(metadata: Metadata, stored: StoredType | null, isTurned: boolean): ElementType {
  const { size: bytes, littleEndian, signed, type } = metadata
  const isFloat = type === typeClass.float
  const format = stored
    ? stored.format
    : isFloat
      ? ieeeFloat(bytes)
      : plainInteger(bytes, signed && type !== typeClass.bitfield)
  const dtype = numberDtype(isFloat, signed && type !== typeClass.bitfield, bytes, littleEndian)
  if (!format || !isReadable(format) || format.size !== bytes) {
    return { kind: 'unknown', bytes, dtype }
  }
  const isBigEndian = !littleEndian && !isTurned
  return { kind: 'number', bytes, dtype, format, isBigEndian, names: null, isBoolean: false }
}

function enumerationNames(metadata: Metadata, stored: StoredType | null): Map<number, string> {
  const { enumeration } = stored ?? {}
  if (enumeration) {
    return new Map(enumeration.names.map((name, i) => [enumeration.values[i], name]))
  }
  const members = Object.entries(metadata.enum_type?.members ?? {})
  return new Map(members.map(([name, value]) => [value, name]))
}

const isBooleanName = (name: string) => /^(true|false)$/i.test(name)

/** Whether each number in an element has its highest byte first. */
function numberOrders(metadata: Metadata): boolean[] {
  const numbers: readonly number[] = [
    typeClass.integer,
    typeClass.float,
    typeClass.bitfield,
    typeClass.enumeration,
  ]
  if (numbers.includes(metadata.type)) return [!metadata.littleEndian]
  return nestedIn(metadata).flatMap(numberOrders)
}

const hasEnumeration = (metadata: Metadata): boolean =>
  metadata.type === typeClass.enumeration || nestedIn(metadata).some(hasEnumeration)

function nestedIn({ compound_type, array_type, vlen_type }: Metadata): readonly Metadata[] {
  return [...(compound_type?.members ?? []), ...[array_type, vlen_type].filter((one) => !!one)]
}
