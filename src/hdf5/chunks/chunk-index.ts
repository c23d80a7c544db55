/**
 * Where the chunks of a dataset lie, in order of their places in it, the last dimension first.
 * Shape of each array: [chunks].
 */
export class ChunkIndex {
  /** -1: never written */
  readonly positions: Float64Array
  readonly byteLengths: Float64Array
  /** a bit for each filter that a chunk did not go through */
  readonly filterMasks: Uint32Array
  #found = 0

  constructor(chunkCount: number) {
    this.positions = new Float64Array(chunkCount).fill(-1)
    this.byteLengths = new Float64Array(chunkCount)
    this.filterMasks = new Uint32Array(chunkCount)
  }

  /** Whether every chunk was written. */
  get isComplete(): boolean {
    return this.#found === this.positions.length
  }

  /** @returns whether it is the first of its place */
  add(chunk: number, position: number, byteLength: number, filterMask: number): boolean {
    if (this.positions[chunk] !== -1) return false
    this.positions[chunk] = position
    this.byteLengths[chunk] = byteLength
    this.filterMasks[chunk] = filterMask
    this.#found++
    return true
  }
}
