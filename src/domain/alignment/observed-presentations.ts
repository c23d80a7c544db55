import type { PresentationGroups } from '../stimuli/grouped-presentations.ts'
import {
  isObserved,
  type Observation,
  type Stretches,
  stretchesOfUnit,
} from '../time/observation.ts'
import { type Alignment, binCount, presentationCount } from './alignment.ts'

/** Which presentations count for a unit, and in which bins. */
export interface UnitPresentations {
  /** 1: all of the presentation was observed; shape [presentations] */
  readonly isWhole: Uint8Array
  /** presentations of each group whose bin was wholly observed; shape [groups, bins] */
  readonly counts: Uint32Array
  /** whether a bin of a presentation was wholly observed */
  isObserved(presentation: number, bin: number): boolean
}

/**
 * Which presentations were observed, unit by unit. One that does not say when it was is observed by
 * none. Units that share their stretches, and come one after the other, share the result.
 */
export class ObservedPresentations {
  readonly #alignment: Alignment
  readonly #groups: PresentationGroups
  readonly #observation: Observation | null
  #last: { readonly stretches: Stretches | null; readonly result: UnitPresentations } | null = null

  /** @param observation null: all units were observed all the time */
  constructor(alignment: Alignment, groups: PresentationGroups, observation: Observation | null) {
    this.#alignment = alignment
    this.#groups = groups
    this.#observation = observation
  }

  ofUnit(unitRow: number): UnitPresentations {
    const stretches = this.#observation && stretchesOfUnit(this.#observation, unitRow)
    if (this.#last?.stretches !== stretches) this.#last = null
    this.#last ??= { stretches, result: this.#find(stretches) }
    return this.#last.result
  }

  #find(stretches: Stretches | null): UnitPresentations {
    const alignment = this.#alignment
    const { ofPresentations, count: groupCount } = this.#groups
    const binsEach = binCount(alignment)
    const isWhole = new Uint8Array(presentationCount(alignment))
    const counts = new Uint32Array(groupCount * binsEach)
    const isBinObserved = (presentation: number, bin: number) =>
      isSpanObserved(
        stretches,
        timeOf(alignment, presentation, bin),
        timeOf(alignment, presentation, bin + 1),
      )
    for (let presentation = 0; presentation < isWhole.length; presentation++) {
      const group = ofPresentations[presentation]
      if (group < 0) continue
      const first = timeOf(alignment, presentation, 0)
      const last = timeOf(alignment, presentation, binsEach)
      const isAll = isSpanObserved(stretches, first, last)
      if (isAll) isWhole[presentation] = 1
      for (let bin = 0; bin < binsEach; bin++) {
        if (!isAll && !isBinObserved(presentation, bin)) continue
        const cell = group * binsEach + bin
        counts[cell] = counts[cell] + 1
      }
    }
    return { isWhole, counts, isObserved: isBinObserved }
  }
}

function isSpanObserved(stretches: Stretches | null, from: number, to: number): boolean {
  if (!(from <= to)) return false
  return stretches === null || isObserved(stretches, from, to)
}

/** When a bin of a presentation starts, which is when the one before it ends. */
function timeOf(alignment: Alignment, presentation: number, edge: number): number {
  const startTime = alignment.startTimes[presentation]
  if (alignment.kind === 'edges') return startTime + alignment.edges[edge]
  return edge === 0 ? startTime : alignment.stopTimes[presentation]
}
