import type { ReadCost } from '../byte-source.ts'

/** Before anything was measured: a line of 100 Mbit/s to another continent. */
const FIRST: ReadCost = { latency: 0.08, bandwidth: 12.5e6 }

/** How much a new measurement counts. */
const WEIGHT = 0.1

/** The line to the servers as it was measured lately; written by one thread, read by all. */
export class SharedLine {
  readonly memory: SharedArrayBuffer
  readonly #values: Float64Array

  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)
    this.#values = new Float64Array(this.memory)
    if (!memory) this.#values.set([FIRST.latency, FIRST.bandwidth])
  }

  get speed(): ReadCost {
    return { latency: this.#values[0], bandwidth: this.#values[1] }
  }

  noteLatency(seconds: number): void {
    this.#values[0] += WEIGHT * (seconds - this.#values[0])
  }

  noteBandwidth(bytesPerSecond: number): void {
    this.#values[1] += WEIGHT * (bytesPerSecond - this.#values[1])
  }
}
