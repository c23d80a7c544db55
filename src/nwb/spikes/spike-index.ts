import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { EntryRange } from './sources/spike-source.ts'
import type { UnitSpikes } from './spike-plan.ts'

/** Entries from one anchor to the next: 2 KB. Windows are read from anchor to anchor. */
const SPACING = 256

/** Five megabytes a recording; beyond 134 million spikes the anchors are further apart. */
const MOST_ANCHORS = 1 << 19

/**
 * Parts of a unit between anchors that are read where none is known: the guess between
 * two of them is seldom wrong.
 */
const SAMPLES = 8

/** The same where each is a request: two runs of about the same length show in the thirds. */
const FAR_SAMPLES = 3

/**
 * A guess between two anchors is widened, to either side, by this share of what lies between them;
 * the next guess knows more anchors.
 */
const MARGIN = 1 / 16

/**
 * The same where what is read in vain is fetched in vain: in square roots of the spikes between the
 * anchors. Of spikes at random times at a steady rate, one guess in 20 is further off.
 */
const FAR_MARGIN = 1

/** Whether a unit's spike times, all of which were seen, ascend. */
type Order = 'unknown' | 'ascending' | 'unordered'

const orders: readonly Order[] = ['unknown', 'ascending', 'unordered']

/**
 * A sparse index of the spike times of one recording: the time of every 256th entry, an anchor,
 * where it was read; and between which anchors, and in which units, entries are in order of time.
 * It finds where in a unit the spikes of a window lie.
 */
export class SpikeIndex {
  readonly spacing: number
  /** NaN: not read yet */
  readonly #times: Float64Array
  /** 1: from the anchor to the next, both included, entries ascend */
  readonly #ascends: Uint8Array
  readonly #orders: Uint8Array
  readonly #isFar: boolean

  /** @param isFar whether reads wait for a server */
  constructor(spikeCount: number, unitCount: number, isFar = false) {
    this.#isFar = isFar
    let spacing = SPACING
    while (spikeCount / spacing > MOST_ANCHORS) spacing *= 2
    this.spacing = spacing
    this.#times = new Float64Array(Math.ceil(spikeCount / spacing)).fill(Number.NaN)
    this.#ascends = new Uint8Array(this.#times.length)
    this.#orders = new Uint8Array(unitCount)
  }

  order(unitRow: number): Order {
    return orders[this.#orders[unitRow]]
  }

  setOrder(unitRow: number, order: Order): void {
    this.#orders[unitRow] = orders.indexOf(order)
  }

  /**
   * Whether entries, which reach from anchor to anchor, are known to ascend: the file does
   * not change while it is open.
   */
  isKnownToAscend({ from, to }: EntryRange): boolean {
    const { spacing } = this
    if (from % spacing !== 0 || (to - 1) % spacing !== 0) return false
    for (let anchor = from / spacing; anchor < (to - 1) / spacing; anchor++) {
      if (this.#ascends[anchor] === 0) return false
    }
    return true
  }

  /** Remember that entries ascend. */
  noteAscending({ from, to }: EntryRange): void {
    const { spacing } = this
    const last = Math.floor((to - 1) / spacing)
    for (let anchor = Math.ceil(from / spacing); anchor < last; anchor++) this.#ascends[anchor] = 1
  }

  /** Remember the anchors among entries that were read from `from` on. */
  note(entries: Float64Array, from: number): void {
    for (let anchor = Math.ceil(from / this.spacing); ; anchor++) {
      const entry = anchor * this.spacing - from
      if (entry >= entries.length) return
      this.#times[anchor] = entries[entry]
    }
  }

  /**
   * What to read before a first guess, in order: as much as lies between two anchors at either end
   * of a unit, and anchors all over it, closer together towards its ends unless each is a request;
   * nothing when it was done before. Two runs one after another, as programs that merge units
   * leave them, show in it.
   */
  samplesOf({ from, to }: UnitSpikes): EntryRange[] {
    const { spacing } = this
    const first = Math.ceil(from / spacing)
    const last = Math.ceil(to / spacing) - 1
    if (!Number.isNaN(this.#times[first]) && !Number.isNaN(this.#times[last])) return []
    const anchors = new Set<number>()
    const count = this.#isFar ? FAR_SAMPLES : SAMPLES
    const step = (last - first) / count
    for (let i = 1; i < count; i++) anchors.add(Math.round(first + i * step))
    for (let distance = 1; !this.#isFar && distance < step; distance *= 2) {
      anchors.add(first + distance).add(last - distance)
    }
    const between = Array.from(anchors, (anchor) => ({
      from: anchor * spacing,
      to: anchor * spacing + 1,
    }))
    return [
      { from, to: from + spacing },
      ...between.sort((a, b) => a.from - b.from),
      { from: to - spacing, to },
    ]
  }

  /** Whether the anchors of a unit that are known, its first and last among them, ascend. */
  isAscending({ from, to }: UnitSpikes): boolean {
    const first = Math.ceil(from / this.spacing)
    const last = Math.ceil(to / this.spacing) - 1
    if (Number.isNaN(this.#times[first]) || Number.isNaN(this.#times[last])) return false
    let previous = Number.NEGATIVE_INFINITY
    for (let anchor = first; anchor <= last; anchor++) {
      const time = this.#times[anchor]
      if (time < previous) return false
      if (time > previous) previous = time
    }
    return true
  }

  /** From the first to the last anchor of a unit; both must be known. */
  spanOf({ from, to }: UnitSpikes): TimeSpan {
    return {
      startTime: this.#times[Math.ceil(from / this.spacing)],
      stopTime: this.#times[Math.ceil(to / this.spacing) - 1],
    }
  }

  /**
   * Where the spikes of a window lie in a unit whose anchors ascend, the first and last of them
   * known. What is read must show whether it holds: that the entries at its ends lie outside of the
   * window, unless they are the unit's.
   *
   * @param isCertain up to the next anchors that are known, and no guess
   * @param after the spikes before this position lie before the window, or are known already
   */
  find(
    unit: UnitSpikes,
    { startTime, stopTime }: TimeSpan,
    isCertain: boolean,
    after: number,
  ): EntryRange {
    const { spacing } = this
    const first = Math.max(Math.ceil(unit.from / spacing), Math.floor((after - 1) / spacing))
    const start = this.#around(unit, startTime, false, first)
    const stop = this.#around(unit, stopTime, true, first)
    if (isCertain) return { from: start.low, to: stop.high }
    const from = Math.floor((start.guess - start.margin) / spacing) * spacing
    const to = Math.ceil((stop.guess + stop.margin) / spacing) * spacing + 1
    return { from: Math.max(start.low, from), to: Math.min(stop.high, to) }
  }

  /**
   * The known anchors around the place where times become larger than a time, or with it where that
   * is not included; `high` after the second of them; and where between them it may be.
   */
  #around({ from, to }: UnitSpikes, time: number, isIncluded: boolean, first: number) {
    const { spacing } = this
    const times = this.#times
    const last = Math.ceil(to / spacing) - 1
    let low = -1
    let high = last + 1
    // By halves, among the anchors that are known: from the middle back to the next of them.
    for (let start = first; start < high; ) {
      const middle = (start + high) >>> 1
      let known = middle
      while (known >= start && Number.isNaN(times[known])) known--
      const at = times[known]
      if (known >= start && !(at < time || (isIncluded && at === time))) high = known
      else {
        if (known >= start) low = known
        start = middle + 1
      }
    }
    if (low < 0) return { low: from, high: high * spacing + 1, guess: from, margin: spacing }
    const guess = low * spacing
    if (high > last) return { low: guess, high: to, guess, margin: spacing }
    const between = (high - low) * spacing
    const lowTime = times[low]
    const share = (time - lowTime) / (times[high] - lowTime)
    // Objects written out: a spread takes thirty times as long as all the rest.
    if (high - low === 1 || !Number.isFinite(share)) {
      return { low: guess, high: high * spacing + 1, guess, margin: between }
    }
    return {
      low: guess,
      high: high * spacing + 1,
      guess: guess + share * between,
      margin: this.#isFar ? FAR_MARGIN * Math.sqrt(between) : between * MARGIN,
    }
  }
}
