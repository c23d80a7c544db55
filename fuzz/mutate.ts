import { checksum } from '../src/hdf5/chunks/checksum.ts'
import type { Random } from '../src/sample/random.ts'
import type { Structure } from './structures.ts'

export interface Mutant {
  /** what was changed, and how */
  readonly name: string
  readonly kind: string
  readonly bytes: Uint8Array
}

type Change = (bytes: Uint8Array, at: number, random: Random) => void

/** Ways to change bytes from a position on. */
const changes: Readonly<Record<string, Change>> = {
  'a bit': (bytes, at, random) => {
    bytes[at] = (bytes[at] as number) ^ (1 << random.index(8))
  },
  'a byte': (bytes, at, random) => {
    bytes[at] = random.index(256)
  },
  'an extreme byte': (bytes, at, random) => {
    bytes[at] = random.pick([0, 0x7f, 0x80, 0xff])
  },
  'a number by one': (bytes, at, random) => {
    bytes[at] = (bytes[at] as number) + random.pick([-2, -1, 1, 2])
  },
  'eight zeros': (bytes, at) => bytes.fill(0, at, at + 8),
  'eight ones': (bytes, at) => bytes.fill(0xff, at, at + 8),
  'a doubled number': (bytes, at) => {
    bytes[at] = (bytes[at] as number) * 2
  },
  'four bytes moved': (bytes, at) => bytes.copyWithin(at, at + 4, at + 8),
  'a field exchanged': (bytes, at) => {
    const field = at - (at % 8)
    const next = bytes.slice(field + 8, field + 16)
    bytes.copyWithin(field + 8, field, field + 8)
    bytes.set(next.subarray(0, Math.max(0, bytes.length - field)), field)
  },
}

/** Bytes of the signatures of structures that end with a checksum, and where that of a fixed length stands. */
const checkedLengths: Readonly<Record<string, number>> = { FAHD: 28, EAHD: 72, BTHD: 38, FRHP: 146 }

/** A file with one to three things changed, mostly in its structure. */
export function mutate(base: Uint8Array, structures: readonly Structure[], random: Random): Mutant {
  const bytes = Uint8Array.from(base)
  if (random.next() < 0.03) return cut(bytes, random)
  const kinds = [...new Set(structures.map(({ kind }) => kind))]
  const names: string[] = []
  let kind = ''
  for (let i = random.pick([1, 1, 1, 2, 3]); i > 0; i--) {
    const change = random.pick(Object.keys(changes))
    // Every kind as often as the others, however many of it there are.
    kind = random.pick(kinds)
    const place = random.pick(structures.filter((structure) => structure.kind === kind))
    const at = place.position + random.index(place.length)
    changes[change]?.(bytes, at, random)
    const isChecked = random.next() < 0.5 && restoreChecksum(bytes, place)
    names.push(`${change} in ${kind} at ${at}${isChecked ? ', with its checksum' : ''}`)
  }
  return { name: names.join('; '), kind, bytes }
}

function cut(bytes: Uint8Array, random: Random): Mutant {
  const length = random.index(bytes.length)
  return { name: `cut to ${length} bytes`, kind: 'cut', bytes: bytes.slice(0, length) }
}

/** @returns whether the structure has a checksum, which then holds again */
function restoreChecksum(bytes: Uint8Array, { kind, position }: Structure): boolean {
  const length = checkedLengths[kind] ?? (kind === 'OHDR' ? headerLength(bytes, position) : 0)
  if (length < 8 || position + length > bytes.length) return false
  const end = position + length - 4
  new DataView(bytes.buffer).setUint32(end, checksum(bytes.subarray(position, end)), true)
  return true
}

/** Of an object header's first block, with its checksum. */
function headerLength(bytes: Uint8Array, position: number): number {
  const flags = bytes[position + 5] ?? 0
  const sizeAt = position + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0)
  const width = 1 << (flags & 3)
  let size = 0
  for (let i = width - 1; i >= 0; i--) size = size * 256 + (bytes[sizeAt + i] ?? 0)
  return sizeAt + width - position + size + 4
}
