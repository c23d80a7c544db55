import type { Recording } from './recording.ts'
import { speedAt } from './running.ts'
import type { Condition, Stimulus } from './stimuli.ts'
import { drive, type Tuning } from './tuning.ts'

/** seconds in which the onset response fades */
const TRANSIENT_SECONDS = 0.06
/** cm/s at which the effect of running is complete */
const FULL_SPEED = 30

/** Draws the course of a unit's firing rate over a session, in bins. One for a session: its memory is reused. */
export class FiringRate {
  readonly binWidth: number
  /** [bins], sum of the relative rate up to the end of each bin */
  readonly cumulative: Float64Array
  readonly #presentations: Recording['presentations']
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
    this.#presentations = presentations
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
    const first = Math.floor(presence.start / this.binWidth)
    const last = Math.ceil(presence.stop / this.binWidth)
    let sum = 0
    for (let bin = 0; bin < rate.length; bin++) {
      if (bin >= first && bin < last) {
        sum += rate[bin] * Math.max(0.1, 1 + tuning.runningGain * this.#running[bin])
      }
      rate[bin] = sum
    }
  }

  #addResponses(rate: Float64Array, tuning: Tuning): void {
    const drives = this.#conditions.map(({ stimulus, condition }) =>
      drive(tuning, stimulus, condition),
    )
    const { binWidth } = this
    const transient = this.#transient
    for (let i = 0; i < this.#presentations.length; i++) {
      const response = drives[this.#conditionRows[i]]
      if (response < 0.02) continue
      const { start, stop, stimulus, condition } = this.#presentations[i]
      const first = Math.floor((start + tuning.latency) / binWidth)
      const end = Math.min(rate.length, Math.floor((stop + tuning.latency) / binWidth) + 1)
      if (stimulus.kind === 'movie') {
        for (let bin = first; bin < end; bin++) rate[bin] = 1 + response
        continue
      }
      const cycles =
        stimulus.kind === 'drifting grating' ? Number(condition.temporal_frequency) * binWidth : 0
      for (let bin = first; bin < end; bin++) {
        const since = bin - first
        const fading = since < transient.length ? transient[since] : 0
        const course = tuning.sustained + (1.5 - tuning.sustained) * fading
        const wave = cycles
          ? 1 +
            tuning.phaseModulation *
              Math.cos(2 * Math.PI * (cycles * since + tuning.preferredPhase))
          : 1
        rate[bin] += response * course * wave
      }
    }
  }
}
