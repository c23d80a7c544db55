import type { EdgeRule } from '../../alignment/edge-rule.ts'
import { lowerBound, upperBound, upperBoundNear } from '../../numeric/search.ts'
import { countInBins, meanOverTrials } from './fine-bins.ts'
import type { ResponseDesign } from './response-design.ts'

/** What was counted last, and how. */
interface PreferredBins {
  readonly edges: Float64Array
  readonly edgeRule: EdgeRule
  readonly counts: Float64Array
}

/** Responses of one unit to the conditions of a stimulus. */
export class UnitResponses {
  readonly design: ResponseDesign
  /** spikes in `(start, stop]` over all presentations of each condition; shape [conditions] */
  readonly sums: Float64Array
  /** presentations of each condition that count; shape [conditions] */
  readonly sizes: Float64Array
  /** NaN where no presentation counts; shape [conditions] */
  readonly means: Float64Array
  /** position of the condition with the largest mean, blanks aside; -1: there is none */
  readonly preferred: number
  readonly spikeTimes: Float64Array
  readonly #isCounted: (presentation: number) => boolean
  #preferredPresentations: number[] | null = null
  #preferredCounts: Float64Array | null = null
  #binned: PreferredBins | null = null

  /**
   * @param spikeTimes seconds, ascending
   * @param isCounted whether a presentation counts; one without a stop never does
   */
  constructor(
    design: ResponseDesign,
    spikeTimes: Float64Array,
    isCounted: (presentation: number) => boolean,
  ) {
    this.design = design
    this.spikeTimes = spikeTimes
    this.#isCounted = (presentation) =>
      design.startTimes[presentation] <= design.stopTimes[presentation] && isCounted(presentation)
    const count = design.conditionIds.length
    this.sums = new Float64Array(count)
    this.sizes = new Float64Array(count)
    let from = 0
    design.ofPresentations.forEach((condition, presentation) => {
      if (condition < 0 || !this.#isCounted(presentation)) return
      // Presentations come in order of time: the search goes on where the last one began.
      from = upperBoundNear(spikeTimes, design.startTimes[presentation], from)
      const to = upperBoundNear(spikeTimes, design.stopTimes[presentation], from)
      this.sizes[condition] += 1
      this.sums[condition] += to - from
    })
    this.means = this.sums.map((sum, condition) => sum / this.sizes[condition])
    this.preferred = firstLargest(this.means, (condition) => design.isBlank[condition] === 0)
  }

  /** Whether the unit fired in no presentation but those of blanks. */
  get isSilent(): boolean {
    return this.shown(this.sums).every((sum) => sum === 0)
  }

  /** Values of the conditions that are not blank, and were shown in presentations that count. */
  shown(values: Float64Array): Float64Array {
    return values.filter(
      (_, condition) => this.design.isBlank[condition] === 0 && this.sizes[condition] > 0,
    )
  }

  /** Presentations of the preferred condition that count. */
  get preferredPresentations(): readonly number[] {
    this.#preferredPresentations ??= this.#findPreferred()
    return this.#preferredPresentations
  }

  #findPreferred(): number[] {
    const { ofPresentations } = this.design
    const found: number[] = []
    if (this.preferred < 0) return found
    for (let presentation = 0; presentation < ofPresentations.length; presentation++) {
      const isPreferred = ofPresentations[presentation] === this.preferred
      if (isPreferred && this.#isCounted(presentation)) found.push(presentation)
    }
    return found
  }

  /** Spikes of each of those in `[start, start + trial duration]`. */
  get preferredCounts(): Float64Array {
    this.#preferredCounts ??= this.#countPreferred()
    return this.#preferredCounts
  }

  #countPreferred(): Float64Array {
    const { startTimes, trialDuration } = this.design
    return Float64Array.from(this.preferredPresentations, (presentation) => {
      const start = startTimes[presentation]
      const from = lowerBound(this.spikeTimes, start)
      return upperBound(this.spikeTimes, trialDuration + start, from) - from
    })
  }

  /** Spikes of each of those in bins after its start; shape [presentations, bins]. */
  preferredBins(edges: Float64Array, edgeRule: EdgeRule): Float64Array {
    // Several metrics look at the same bins.
    const known = this.#binned
    if (known?.edges === edges && known.edgeRule === edgeRule) return known.counts
    const starts = Float64Array.from(
      this.preferredPresentations,
      (presentation) => this.design.startTimes[presentation],
    )
    const counts = countInBins(this.spikeTimes, starts, edges, edgeRule)
    this.#binned = { edges, edgeRule, counts }
    return counts
  }

  /** Mean response to the preferred condition in bins closed on both sides; shape [bins]. */
  psth(edges: Float64Array): Float64Array {
    return meanOverTrials(this.preferredBins(edges, 'allenSdk'), edges.length - 1)
  }
}

/** Position of the first of the largest numbers that are to be looked at; -1 where all are NaN. */
function firstLargest(numbers: Float64Array, isLookedAt: (position: number) => boolean): number {
  let first = -1
  for (let i = 0; i < numbers.length; i++) {
    if (Number.isNaN(numbers[i]) || !isLookedAt(i)) continue
    if (first < 0 || numbers[i] > numbers[first]) first = i
  }
  return first
}
