import { count } from '../components/texts/amounts.ts'
import type { FileMembersQuery } from '../gql/graphql.ts'

type Opened = NonNullable<NonNullable<FileMembersQuery['session']>['fileObject']>
/** A member of a group, as the tree lists it. */
export type Member = NonNullable<Opened['children']>['nodes'][number]

/** `3 × 300`, `one element`, `nothing` */
export function shapeText(shape: readonly (number | string)[] | null): string {
  if (shape === null) return 'nothing'
  if (shape.length === 0) return 'one element'
  return shape.map((length) => count(Number(length))).join(' × ')
}

/** What numpy calls an object, in words. */
const objectNames: Readonly<Record<string, string>> = {
  TEXT: 'texts',
  REFERENCE: 'references',
  LIST: 'lists',
}

interface Elements {
  readonly holds: string | null
  readonly dtype: string | null
  readonly shape: readonly (number | string)[] | null
}

const numberNames: Readonly<Record<string, string>> = { f: 'float', i: 'int', u: 'uint' }

/** A dtype by its name, as `float64`, or a word where numpy has none. */
export function typeText({ holds, dtype }: Elements): string {
  if (dtype === '|O') return objectNames[holds ?? ''] ?? dtype
  if (dtype === '|b1') return 'bool'
  const [, order, kind, size] = /^([<>|])([fiu])(\d+)$/.exec(dtype ?? '') ?? []
  if (!kind) return dtype ?? ''
  return `${numberNames[kind]}${8 * Number(size)}${order === '>' ? ', big-endian' : ''}`
}

/** `3 × 300 float64`, `text` */
export function elementsText(elements: Elements): string {
  const { shape } = elements
  const type = typeText(elements)
  const isOne = shape?.every((length) => Number(length) === 1) ?? false
  const word = elements.dtype === '|O' && isOne ? type.replace(/s$/, '') : type
  return shape?.length === 0 ? word : `${shapeText(shape)} ${word}`
}

/** What stands after a member's name. */
export function memberNote({ kind, neurodataType, linkTarget, dataset }: Member): string {
  if (kind === null) return 'cannot be read'
  if (linkTarget !== null) return `→ ${linkTarget}`
  if (dataset) return elementsText(dataset)
  return neurodataType ?? ''
}

/** Paths of the groups that an object lies in, from the root on. */
export function groupsAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1)
  return path === '/' ? [] : ['/', ...names.map((_, i) => `/${names.slice(0, i + 1).join('/')}`)]
}

/** The member of a group that an object is, or lies in; null: it lies elsewhere. */
export function memberTowards(group: string, path: string): string | null {
  const above = group === '/' ? '/' : `${group}/`
  if (!path.startsWith(above) || path === above) return null
  const [name] = path.slice(above.length).split('/')
  return `${above}${name}`
}

/** The path that a soft link leads to; null: to another file, or out of this one. */
export function linkedPath(path: string, target: string): string | null {
  if (target.startsWith('/')) return target
  const group = groupsAbove(path).at(-1) ?? '/'
  return target === '' ? null : `${group === '/' ? '' : group}/${target}`
}

/** Where a file lies, in a line. */
export function placeText(location: string | null): string {
  if (location === null) return 'on the server’s own disk'
  const scheme = /^[a-z0-9+]+(?=:)/.exec(location)?.[0] ?? ''
  const names: Readonly<Record<string, string>> = {
    s3: 'S3',
    dandi: 'DANDI',
    allen: 'the Allen Institute’s bucket',
  }
  return `read by byte ranges from ${names[scheme] ?? 'the web'}: ${location}`
}
