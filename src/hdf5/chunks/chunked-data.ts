import type { ByteSource } from '../../byte-sources/byte-source.ts'
import { ChunkDecoder, type ChunkFilter } from './chunk-filters.ts'
import type { ChunkIndex } from './chunk-index.ts'

/** Part of a dataset: entries along each dimension. */
export interface Box {
  readonly from: readonly number[]
  readonly count: readonly number[]
}

export interface ChunkedShape {
  readonly shape: readonly number[]
  /** entries along each dimension of a chunk */
  readonly chunk: readonly number[]
  readonly elementBytes: number
  readonly filters: readonly ChunkFilter[]
  /** chunks that reach over the end are stored as they are */
  readonly partialUnfiltered: boolean
}

/**
 * The bytes of a dataset that is stored in chunks. libhdf5 takes the length of a chunk on trust: from one that is stored shorter than it should be, or whose
 * filters are not those that the index names, it hands out what lies in memory behind it.
 */
export class ChunkedData {
  readonly index: ChunkIndex
  readonly #source: ByteSource
  readonly #shape: ChunkedShape
  readonly #grid: readonly number[]
  readonly #fail: (cause: unknown) => Error
  readonly #decoder: ChunkDecoder
  readonly #plainDecoder: ChunkDecoder
  /** the chunk read last: the next part often begins in it */
  #last: { readonly chunk: number; readonly bytes: Uint8Array | null } | null = null

  /** an entry that was never written */
  #fill: Uint8Array | null = null

  /** @param fail makes the error of a chunk that is damaged */
  constructor(
    source: ByteSource,
    shape: ChunkedShape,
    index: ChunkIndex,
    fail: (cause: unknown) => Error,
  ) {
    this.#source = source
    this.#shape = shape
    this.index = index
    this.#fail = fail
    this.#grid = gridOf(shape.shape, shape.chunk)
    const bytes = product(shape.chunk) * shape.elementBytes
    this.#decoder = new ChunkDecoder(shape.filters, bytes, fail)
    this.#plainDecoder = new ChunkDecoder([], bytes, fail)
  }

  /** In the order in which chunks went through them. */
  get filters(): readonly ChunkFilter[] {
    return this.#shape.filters
  }

  /** Whether every chunk was written, and went through every filter. */
  get isUniform(): boolean {
    const { isComplete, filterMasks } = this.index
    return isComplete && !this.#shape.partialUnfiltered && filterMasks.every((mask) => mask === 0)
  }

  /** Whether {@link read} can be asked; else {@link check}. */
  get isReadable(): boolean {
    return this.#decoder.decodes
  }

  /** @throws what `fail` made, where a chunk of a part is not as long as it should be */
  check(box: Box): void {
    for (const { chunk, place } of this.#chunksOf(box)) this.#bytesOf(chunk, place)
  }

  /**
   * A part, row by row.
   *
   * @param fill gives the bytes of an entry that was never written; asked once
   */
  read(box: Box, fill: (place: readonly number[]) => Uint8Array): Uint8Array<ArrayBuffer> {
    const { chunk: lengths, elementBytes } = this.#shape
    const target = new Uint8Array(product(box.count) * elementBytes)
    for (const { chunk, place } of this.#chunksOf(box)) {
      const first = place.map((number, dimension) => number * (lengths[dimension] as number))
      const from = first.map((begin, dimension) => Math.max(begin, box.from[dimension] as number))
      const to = first.map((begin, dimension) =>
        Math.min(
          begin + (lengths[dimension] as number),
          (box.from[dimension] as number) + (box.count[dimension] as number),
        ),
      )
      const copy: Copy = {
        source: lengths,
        sourceFrom: from.map((at, dimension) => at - (first[dimension] as number)),
        target: box.count,
        targetFrom: from.map((at, dimension) => at - (box.from[dimension] as number)),
        count: to.map((at, dimension) => at - (from[dimension] as number)),
      }
      const bytes = this.#bytesOf(chunk, place)
      if (bytes) copyBox(bytes, target, merged(copy, elementBytes))
      else {
        this.#fill ??= fill(from)
        fillBox(this.#fill, target, merged(copy, elementBytes))
      }
    }
    return target
  }

  /** Chunks that a part touches: their numbers, and places along each dimension. */
  *#chunksOf({ from, count }: Box): Generator<{ chunk: number; place: readonly number[] }> {
    if (product(count) === 0) return
    const isInside = this.#shape.shape.every(
      (length, i) => (from[i] ?? 0) + (count[i] ?? 1) <= length,
    )
    if (!isInside) throw this.#fail(`it has no entries from ${from.join()} on`)
    const { chunk: lengths } = this.#shape
    const first = from.map((at, dimension) => Math.floor(at / (lengths[dimension] as number)))
    const last = from.map((at, dimension) =>
      Math.floor((at + (count[dimension] as number) - 1) / (lengths[dimension] as number)),
    )
    const place = [...first]
    for (;;) {
      yield {
        chunk: place.reduce((number, at, i) => number * (this.#grid[i] as number) + at, 0),
        place: [...place],
      }
      let dimension = place.length - 1
      while (dimension >= 0 && place[dimension] === last[dimension]) {
        place[dimension] = first[dimension] as number
        dimension--
      }
      if (dimension < 0) return
      place[dimension] = (place[dimension] as number) + 1
    }
  }

  /** A chunk as it was before it went through its filters; null: never written, or they are not undone here. */
  #bytesOf(chunk: number, place: readonly number[]): Uint8Array | null {
    if (this.#last?.chunk === chunk) return this.#last.bytes
    const position = this.index.positions[chunk] as number
    if (position < 0) return null
    const stored = new Uint8Array(this.index.byteLengths[chunk] as number)
    this.#source.read(stored, position)
    const isPlain = this.#shape.partialUnfiltered && this.#isPartial(place)
    const decoder = isPlain ? this.#plainDecoder : this.#decoder
    const bytes = decoder.decode(stored, this.index.filterMasks[chunk] as number)
    this.#last = { chunk, bytes }
    return bytes
  }

  #isPartial(place: readonly number[]): boolean {
    const { shape, chunk } = this.#shape
    return place.some(
      (number, dimension) =>
        (number + 1) * (chunk[dimension] as number) > (shape[dimension] as number),
    )
  }
}

/** Chunks along each dimension. */
export function gridOf(shape: readonly number[], chunk: readonly number[]): number[] {
  return shape.map((length, dimension) => Math.ceil(length / (chunk[dimension] as number)))
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1)

/** What is copied from one array into another: lengths of both, and where in them; in entries along each dimension. */
interface Copy {
  readonly source: readonly number[]
  readonly sourceFrom: readonly number[]
  readonly target: readonly number[]
  readonly targetFrom: readonly number[]
  readonly count: readonly number[]
}

/** The same in bytes along the last dimension, with as many dimensions put together as lie in one piece in both arrays. */
function merged(copy: Copy, elementBytes: number): Copy {
  const parts = Object.fromEntries(
    Object.entries(copy).map(([name, lengths]: [string, readonly number[]]) => [
      name,
      lengths.with(-1, (lengths.at(-1) as number) * elementBytes),
    ]),
  ) as unknown as { [Part in keyof Copy]: number[] }
  while (parts.count.length > 1) {
    const [length] = parts.count.slice(-1) as [number]
    if (length !== parts.source.at(-1) || length !== parts.target.at(-1)) break
    for (const part of Object.values(parts)) {
      const inner = part.pop() as number
      const isPlace = part === parts.sourceFrom || part === parts.targetFrom
      part[part.length - 1] = (part.at(-1) as number) * (isPlace ? length : inner)
    }
  }
  return parts
}

function copyBox(source: Uint8Array, target: Uint8Array, copy: Copy): void {
  forEachRun(copy, (from, to, length) => {
    // For a few bytes a view costs more than they do.
    if (length > 32) target.set(source.subarray(from, from + length), to)
    else for (let i = 0; i < length; i++) target[to + i] = source[from + i] as number
  })
}

function fillBox(entry: Uint8Array, target: Uint8Array, copy: Copy): void {
  if (entry.every((byte) => byte === 0)) return
  forEachRun(copy, (_, to, length) => {
    for (let i = 0; i < length; i++) target[to + i] = entry[i % entry.length] as number
  })
}

function forEachRun(
  { source, sourceFrom, target, targetFrom, count }: Copy,
  visit: (from: number, to: number, length: number) => void,
): void {
  const last = count.length - 1
  const walk = (dimension: number, from: number, to: number) => {
    const sourceAt = from * (source[dimension] as number) + (sourceFrom[dimension] as number)
    const targetAt = to * (target[dimension] as number) + (targetFrom[dimension] as number)
    if (dimension === last) visit(sourceAt, targetAt, count[dimension] as number)
    else {
      for (let i = 0; i < (count[dimension] as number); i++) {
        walk(dimension + 1, sourceAt + i, targetAt + i)
      }
    }
  }
  walk(0, 0, 0)
}
