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
 * The bytes of a dataset that is stored in chunks. libhdf5 takes the length of a chunk on trust:
 * from one that is stored shorter than it should be, or whose filters are not those that the index
 * names, it hands out what lies in memory after it.
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

  /** Whether {@link read} can be used; if not, {@link check}. */
  get isReadable(): boolean {
    return this.#decoder.decodes
  }

  /** Give the memory of the chunk back that was read last. */
  forgetChunk(): void {
    this.#last = null
  }

  #prefetch(box: Box): void {
    if (this.#source.cost.latency === 0) return
    const { positions, byteLengths } = this.index
    const chunks = Array.from(this.#chunksOf(box), ({ chunk }) => chunk)
    this.#source.prefetch(
      chunks
        .filter((chunk) => positions[chunk] >= 0)
        .map((chunk) => ({ position: positions[chunk], length: byteLengths[chunk] })),
    )
  }

  /** @throws what `fail` made, where a chunk of a part is not as long as it should be */
  check(box: Box): void {
    this.#prefetch(box)
    for (const { chunk, place } of this.#chunksOf(box)) this.#bytesOf(chunk, place)
  }

  /**
   * A part, row by row.
   *
   * @param fill gives the bytes of an entry that was never written; called once
   */
  read(box: Box, fill: (place: readonly number[]) => Uint8Array): Uint8Array<ArrayBuffer> {
    const { chunk: lengths, elementBytes } = this.#shape
    const target = new Uint8Array(product(box.count) * elementBytes)
    this.#prefetch(box)
    for (const { chunk, place } of this.#chunksOf(box)) {
      const first = place.map((number, dimension) => number * lengths[dimension])
      const from = first.map((begin, dimension) => Math.max(begin, box.from[dimension]))
      const to = first.map((begin, dimension) =>
        Math.min(begin + lengths[dimension], box.from[dimension] + box.count[dimension]),
      )
      const copy: Copy = {
        source: lengths,
        sourceFrom: from.map((at, dimension) => at - first[dimension]),
        target: box.count,
        targetFrom: from.map((at, dimension) => at - box.from[dimension]),
        count: to.map((at, dimension) => at - from[dimension]),
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
    const first = from.map((at, dimension) => Math.floor(at / lengths[dimension]))
    const last = from.map((at, dimension) =>
      Math.floor((at + count[dimension] - 1) / lengths[dimension]),
    )
    const place = [...first]
    for (;;) {
      yield {
        chunk: place.reduce((number, at, i) => number * this.#grid[i] + at, 0),
        place: [...place],
      }
      let dimension = place.length - 1
      while (dimension >= 0 && place[dimension] === last[dimension]) {
        place[dimension] = first[dimension]
        dimension--
      }
      if (dimension < 0) return
      place[dimension] = place[dimension] + 1
    }
  }

  /**
   * A chunk as it was before it went through its filters; null: never written,
   * or they are not undone here.
   */
  #bytesOf(chunk: number, place: readonly number[]): Uint8Array | null {
    if (this.#last?.chunk === chunk) return this.#last.bytes
    const position = this.index.positions[chunk]
    if (position < 0) return null
    const stored = new Uint8Array(this.index.byteLengths[chunk])
    this.#source.read(stored, position)
    const isPlain = this.#shape.partialUnfiltered && this.#isPartial(place)
    const decoder = isPlain ? this.#plainDecoder : this.#decoder
    const bytes = decoder.decode(stored, this.index.filterMasks[chunk])
    this.#last = { chunk, bytes }
    return bytes
  }

  #isPartial(place: readonly number[]): boolean {
    const { shape, chunk } = this.#shape
    return place.some((number, dimension) => (number + 1) * chunk[dimension] > shape[dimension])
  }
}

/** Chunks along each dimension. */
export function gridOf(shape: readonly number[], chunk: readonly number[]): number[] {
  return shape.map((length, dimension) => Math.ceil(length / chunk[dimension]))
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1)

/**
 * What is copied from one array into another: lengths of both, and where in them; in
 * entries along each dimension.
 */
interface Copy {
  readonly source: readonly number[]
  readonly sourceFrom: readonly number[]
  readonly target: readonly number[]
  readonly targetFrom: readonly number[]
  readonly count: readonly number[]
}

/**
 * The same in bytes along the last dimension, with as many dimensions put together as lie
 * in one piece in both arrays.
 */
function merged(copy: Copy, elementBytes: number): Copy {
  const inBytes = (lengths: readonly number[]) =>
    lengths.with(-1, lengths[lengths.length - 1] * elementBytes)
  const parts = {
    source: inBytes(copy.source),
    sourceFrom: inBytes(copy.sourceFrom),
    target: inBytes(copy.target),
    targetFrom: inBytes(copy.targetFrom),
    count: inBytes(copy.count),
  }
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

/** Copying some bytes one by one, or word by word, costs less than a view of them. */
const SHORT_RUN = 64

function copyBox(source: Uint8Array, target: Uint8Array, copy: Copy): void {
  const length = copy.count.at(-1) as number
  const isShort = length <= SHORT_RUN
  const words = isShort ? inWords(source, target, copy) : null
  const [of, into] = words ? words.arrays : [source, target]
  const count = words ? length / WORD : length
  forEachBlock(words?.copy ?? copy, ({ from, to, rows, sourceStep, targetStep }) => {
    for (let row = 0; row < rows; row++) {
      const sourceAt = from + row * sourceStep
      const targetAt = to + row * targetStep
      if (!isShort) into.set(of.subarray(sourceAt, sourceAt + count), targetAt)
      else for (let i = 0; i < count; i++) into[targetAt + i] = of[sourceAt + i]
    }
  })
}

const WORD = Uint32Array.BYTES_PER_ELEMENT

/** The same in words of four bytes; null: it does not come out even. */
function inWords(source: Uint8Array, target: Uint8Array, copy: Copy) {
  const all = [copy.source, copy.sourceFrom, copy.target, copy.targetFrom, copy.count]
  const ends = all.map((lengths) => lengths.at(-1) as number)
  if (![...ends, source.byteOffset, target.byteOffset].every((at) => at % WORD === 0)) return null
  const ofWords = (lengths: readonly number[]) =>
    lengths.with(-1, (lengths.at(-1) as number) / WORD)
  const arrays = [source, target].map(
    ({ buffer, byteOffset, byteLength }) =>
      new Uint32Array(buffer, byteOffset, Math.floor(byteLength / WORD)),
  ) as [Uint32Array, Uint32Array]
  return {
    arrays,
    copy: {
      source: ofWords(copy.source),
      sourceFrom: ofWords(copy.sourceFrom),
      target: ofWords(copy.target),
      targetFrom: ofWords(copy.targetFrom),
      count: ofWords(copy.count),
    },
  }
}

function fillBox(entry: Uint8Array, target: Uint8Array, copy: Copy): void {
  if (entry.every((byte) => byte === 0)) return
  const length = copy.count.at(-1) as number
  forEachBlock(copy, ({ to, rows, targetStep }) => {
    for (let row = 0; row < rows; row++) {
      const at = to + row * targetStep
      for (let i = 0; i < length; i++) target[at + i] = entry[i % entry.length]
    }
  })
}

/**
 * What lies along the last two dimensions: where it begins in both arrays, and
 * how far it is from row to row.
 */
interface Block {
  readonly from: number
  readonly to: number
  readonly rows: number
  readonly sourceStep: number
  readonly targetStep: number
}

function forEachBlock(
  { source, sourceFrom, target, targetFrom, count }: Copy,
  visit: (block: Block) => void,
): void {
  const last = count.length - 1
  const at = (lengths: readonly number[], dimension: number) => lengths[dimension]
  const walk = (dimension: number, from: number, to: number) => {
    const sourceAt = from * at(source, dimension) + at(sourceFrom, dimension)
    const targetAt = to * at(target, dimension) + at(targetFrom, dimension)
    if (dimension === last) {
      visit({ from: sourceAt, to: targetAt, rows: 1, sourceStep: 0, targetStep: 0 })
    } else if (dimension === last - 1) {
      const [sourceStep, targetStep] = [at(source, last), at(target, last)]
      visit({
        from: sourceAt * sourceStep + at(sourceFrom, last),
        to: targetAt * targetStep + at(targetFrom, last),
        rows: at(count, dimension),
        sourceStep,
        targetStep,
      })
    } else {
      for (let i = 0; i < at(count, dimension); i++) walk(dimension + 1, sourceAt + i, targetAt + i)
    }
  }
  walk(0, 0, 0)
}
