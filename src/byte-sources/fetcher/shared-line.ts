import type { ReadCost } from '../byte-source.ts'
import { PAGE_BYTES } from '../pages/page-table.ts'

/** Before anything was measured: a line of 100 Mbit/s to another continent. */
const FIRST: ReadCost = { latency: 0.08, bandwidth: 12.5e6, pageBytes: PAGE_BYTES }

/** How much a new measurement counts. */
const WEIGHT = 0.2

/** More at once wait for each other's bytes, or for a connection, and do not show the latency. */
const FEW_REQUESTS = 4

/** Bytes come in bursts; over so many seconds of work they show the bandwidth. */
const LEAST_SECONDS = 0.5

/** The line to the servers as it was measured lately; written by one thread, read by all. */
export class SharedLine {
  readonly memory: SharedArrayBuffer
  readonly #values: Float64Array
  #underWay = 0
  /** since the line was last idle, or measured */
  #busy = { since: 0, bytes: 0 }

  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)
    this.#values = new Float64Array(this.memory)
    if (!memory) this.#values.set([FIRST.latency, FIRST.bandwidth])
  }

  get speed(): ReadCost {
    return { latency: this.#values[0], bandwidth: this.#values[1], pageBytes: PAGE_BYTES }
  }

  /**
   * A request begins; whoever makes it says when its response begins, and when it ends, and how
   * many bytes came.
   */
  begin(): { respond(): void; end(bytes: number): void } {
    const began = performance.now()
    if (this.#underWay === 0) this.#busy = { since: began, bytes: 0 }
    this.#underWay++
    const isAlone = this.#underWay <= FEW_REQUESTS
    return {
      respond: () => {
        if (isAlone) this.#note(0, Math.max(0.001, (performance.now() - began) / 1000))
      },
      end: (bytes) => {
        const now = performance.now()
        this.#underWay--
        this.#busy.bytes += bytes
        const seconds = (now - this.#busy.since) / 1000
        if (seconds < LEAST_SECONDS) return
        // Where few requests leave the line idle, it can take more than this.
        const bandwidth = this.#busy.bytes / seconds
        if (!isAlone || bandwidth > this.speed.bandwidth) this.#note(1, bandwidth)
        this.#busy = { since: now, bytes: 0 }
      },
    }
  }

  #note(value: number, measured: number): void {
    this.#values[value] += WEIGHT * (measured - this.#values[value])
  }
}
