import type { RecordingProblem } from '../../errors.ts'

/** What stands at a path of a recording's file. */
export type FileObjectKind = 'group' | 'dataset' | 'datatype' | 'softLink' | 'externalLink'

/** What an element of a dataset or an attribute is. */
export type ElementKind =
  | 'number'
  | 'boolean'
  | 'text'
  | 'enumeration'
  | 'compound'
  | 'reference'
  | 'list'
  | 'array'
  | 'opaque'
  | 'unknown'

/**
 * An element as JSON has it: whole numbers beyond 2^53 are texts of their digits, infinite numbers
 * the texts `Infinity` and `-Infinity`, NaN is null.
 */
export type FileValue =
  | number
  | string
  | boolean
  | null
  | readonly FileValue[]
  | { readonly [member: string]: FileValue }

/** How the elements of a dataset or an attribute are stored. */
export interface ElementDescription {
  /** in numpy's notation, as h5py gives it */
  readonly dtype: string
  readonly holds: ElementKind
  /** lengths of the dimensions; empty: a scalar; null: nothing (a null dataspace) */
  readonly shape: readonly number[] | null
  /** values that an element is written with, at most */
  readonly valuesEach: number
  /** bytes of an element in memory */
  readonly elementBytes: number
}

export interface FileObject {
  readonly kind: FileObjectKind
  /** null: the attributes do not say */
  readonly neurodataType: string | null
  readonly namespace: string | null
  readonly attributeCount: number
  /** of a group; null: not a group */
  readonly memberCount: number | null
  /** of a dataset; null: not a dataset */
  readonly elements: ElementDescription | null
  /** of a link, as it is stored; null: not a link */
  readonly linkTarget: string | null
}

/** Names of some members of a group, in the file's order. */
export interface GroupMembers {
  /** position of the first of them */
  readonly from: number
  readonly names: readonly string[]
  readonly totalCount: number
}

export interface MembersRequest {
  readonly path: string
  /** the member before the first that is wanted; null: from the beginning */
  readonly after: { readonly position: number; readonly id: string } | null
  readonly count: number
}

export interface AttributesRequest {
  readonly path: string
  readonly count: number
}

export interface FileAttribute {
  readonly name: string
  readonly content: Readable<AttributeContent>
}

export interface AttributeContent {
  readonly elements: ElementDescription
  /** one value for a scalar, else the elements in the order of C */
  readonly value: FileValue
  /** whether elements or parts of texts are left out */
  readonly isShortened: boolean
}

/** How a dataset lies in the file. */
export interface DatasetStorage {
  readonly layout: 'compact' | 'contiguous' | 'chunked' | 'virtual' | 'external'
  readonly chunkShape: readonly number[] | null
  readonly filters: readonly StorageFilter[]
  /** bytes in the file; null: not known */
  readonly storedBytes: number | null
  /** chunks that were written; null: not in chunks, or not known */
  readonly chunkCount: number | null
}

export interface StorageFilter {
  readonly id: number
  readonly name: string
  readonly parameters: readonly number[]
}

/** A block of a dataset. */
export interface ValuesRequest {
  readonly path: string
  /** of the first element, along each dimension */
  readonly start: readonly number[]
  readonly shape: readonly number[]
  /** characters that are kept of each text */
  readonly textLength: number
}

export interface FileValues {
  /** in the order of C; shape [elements] */
  readonly values: readonly FileValue[]
  /** texts and lists that are cut */
  readonly shortenedCount: number
}

/**
 * What was read of one object, or what is wrong with it: other objects of the file may be read all
 * the same.
 */
export type Readable<Value> =
  | { readonly value: Value }
  | { readonly fault: { readonly code: RecordingProblem; readonly detail: string } }

/** Entries of lists, and elements of attributes, that are given. */
export const MOST_ENTRIES = 100
