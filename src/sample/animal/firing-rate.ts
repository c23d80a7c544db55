import type { Recording } from '../recording.ts'
import type { Condition, Stimulus } from '../stimuli/stimulus.ts'
import { speedAt } from './running.ts'
import { drive, type Tuning } from './tuning.ts'

/** seconds in which the onset response fades */
const TRANSIENT_SECONDS = 0.06
/** cm/s at which the effect of running is complete */
const FULL_SPEED = 30

/**
 * Draws the course of a unit's firing rate over a session, in bins. One for a
 * session: its memory is reused.
 */
export class FiringRate {
  readonly binWidth: number
  /** [bins], sum of the relative rate up to the end of each bin */
  readonly cumulative: Float64Array
  readonly #starts: Float64Array
  readonly #stops: Float64Array
  readonly #isMovie: Uint8Array
  /** of each presentation: cycles of a drifting grating a bin, or 0 */
  readonly #cycles: Float64Array
  /** [bins], 0 at rest to 1 */
  readonly #running: Float32Array
  readonly #transient: Float64Array
  /** row of each presentation's condition among the distinct ones */
  readonly #conditionRows: Uint32Array
  readonly #conditions: readonly { readonly stimulus: Stimulus; readonly condition: Condition }[]

  constructor(recording: Recording) {
    const { duration, rateBinWidth, presentations, runningWheel } = recording
    const bins = Math.floor(duration / rateBinWidth)
    this.binWidth = rateBinWidth
    this.cumulative = new Float64Array(bins)
    // Typed arrays: 70,000 objects would be walked for every unit.
    this.#starts = Float64Array.from(presentations, ({ start }) => start)
    this.#stops = Float64Array.from(presentations, ({ stop }) => stop)
    this.#isMovie = Uint8Array.from(presentations, ({ stimulus }) =>
      Number(stimulus.kind === 'movie'),
    )
    this.#cycles = Float64Array.from(presentations, ({ stimulus, condition }) =>
      stimulus.kind === 'drifting grating'
        ? Number(condition.temporal_frequency) * rateBinWidth
        : 0,
    )
    this.#running = Float32Array.from({ length: bins }, (_, bin) =>
      Math.min(1, Math.max(0, speedAt(runningWheel, bin * rateBinWidth) / FULL_SPEED)),
    )
    this.#transient = Float64Array.from({ length: 256 }, (_, bin) =>
      Math.exp((-bin * rateBinWidth) / TRANSIENT_SECONDS),
    )
    const rows = new Map<Condition, number>()
    const conditions: { stimulus: Stimulus; condition: Condition }[] = []
    this.#conditionRows = Uint32Array.from(presentations, ({ stimulus, condition }) => {
      const known = rows.get(condition)
      if (known !== undefined) return known
      rows.set(condition, conditions.length)
      return conditions.push({ stimulus, condition }) - 1
    })
    this.#conditions = conditions
  }

  /** Fill `cumulative` for a unit that is present in a part of the session only. */
  draw(tuning: Tuning, presence: { readonly start: number; readonly stop: number }): void {
    const rate = this.cumulative.fill(1)
    this.#addResponses(rate, tuning)
    const running = this.#running
    const { runningGain } = tuning
    const first = Math.floor(presence.start / this.binWidth)
    const last = Math.min(rate.length, Math.ceil(presence.stop / this.binWidth))
    rate.fill(0, 0, first)
    let sum = 0
    for (let bin = first; bin < last; bin++) {
      sum += rate[bin] * Math.max(0.1, 1 + runningGain * running[bin])
      rate[bin] = sum
    }
    rate.fill(sum, last)
  }

  #addResponses(rate: Float64Array, tuning: Tuning): void {
    const drives = this.#conditions.map(({ stimulus, condition }) =>
      drive(tuning, stimulus, condition),
    )
    const { binWidth } = this
    const transient = this.#transient
    for (let i = 0; i < this.#starts.length; i++) {
      const response = drives[this.#conditionRows[i]]
      if (response < 0.02) continue
      const first = Math.floor((this.#starts[i] + tuning.latency) / binWidth)
      const stop = Math.floor((this.#stops[i] + tuning.latency) / binWidth)
      const end = Math.min(rate.length, stop + 1)
      if (this.#isMovie[i]) {
        for (let bin = first; bin < end; bin++) rate[bin] = 1 + response
        continue
      }
      const cycles = this.#cycles[i]
      for (let bin = first; bin < end; bin++) {
        const since = bin - first
        const fading = since < transient.length ? transient[since] : 0
        const course = tuning.sustained + (1.5 - tuning.sustained) * fading
        const turns = cycles * since + tuning.preferredPhase
        const wave = cycles ? 1 + tuning.phaseModulation * Math.cos(2 * Math.PI * turns) : 1
        rate[bin] += response * course * wave
      }
    }
  }
}
