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

/**
 * A guess between two anchors is widened, to either side, by this share of what lies between them;
 * the next guess knows more anchors.
 */
const MARGIN = 1 / 16

/**
 * The same where what is read in vain is fetched in vain: in standard deviations of spikes at
 * random times at a steady rate, of which one guess in 20 is further off.
 */
const FAR_MARGIN = 2

/**
 * A unit on a server whose spikes lie where a steady rate would have them, but for this share, is
 * looked at nowhere else. Two runs of which the shorter has a sixth of the spikes are further off.
 */
const STEADY_SHARE = 0.1

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
  /**
   * Of anchors that are known. Zeros until then, and not NaN: memory that is not written to is
   * not taken up, and a request reads a fifth of a recording's units.
   */
  readonly #times: Float64Array
  /** 1: the anchor's time is known */
  readonly #known: Uint8Array
  /** 1: from the anchor to the next, both included, entries ascend */
  readonly #ascends: Uint8Array
  readonly #orders: Uint8Array
  /** 1: looked at where it takes to search it */
  readonly #surveyed: Uint8Array
  readonly #isFar: boolean
  /** the first anchor; those of a file on a server begin its pages */
  readonly #phase: number
  /** of files on a server: when the recording's spikes were fired, about; null: not known yet */
  #assumed: TimeSpan | null = null

  /**
   * @param isFar whether reads wait for a server
   * @param phase position of the first anchor, less than 256
   */
  constructor(spikeCount: number, unitCount: number, isFar = false, phase = 0) {
    this.#isFar = isFar
    this.#phase = phase
    let spacing = SPACING
    while (spikeCount / spacing > MOST_ANCHORS) spacing *= 2
    this.spacing = spacing
    this.#times = new Float64Array(Math.ceil(spikeCount / spacing))
    this.#known = new Uint8Array(this.#times.length)
    this.#ascends = new Uint8Array(this.#times.length)
    this.#orders = new Uint8Array(unitCount)
    this.#surveyed = new Uint8Array(unitCount)
  }

  order(unitRow: number): Order {
    return orders[this.#orders[unitRow]]
  }

  setOrder(unitRow: number, order: Order): void {
    this.#orders[unitRow] = orders.indexOf(order)
  }

  /** Whether a unit on a server was looked at where it takes to search it. */
  isSurveyed({ unitRow }: UnitSpikes): boolean {
    return this.#surveyed[unitRow] === 1
  }

  setSurveyed({ unitRow }: UnitSpikes): void {
    this.#surveyed[unitRow] = 1
  }

  /** When the spikes of all units were fired, about: what guesses begin with on a server. */
  get assumed(): TimeSpan | null {
    return this.#assumed
  }

  assume(span: TimeSpan): void {
    this.#assumed = span
  }

  /**
   * Whether entries, which reach from anchor to anchor, are known to ascend: the file does
   * not change while it is open.
   */
  isKnownToAscend({ from, to }: EntryRange): boolean {
    const first = this.#anchorFrom(from)
    const last = this.#anchorFrom(to - 1)
    if (this.#entryOf(first) !== from || this.#entryOf(last) !== to - 1) return false
    for (let anchor = first; anchor < last; anchor++) {
      if (this.#ascends[anchor] === 0) return false
    }
    return true
  }

  /** Remember that entries ascend. */
  noteAscending({ from, to }: EntryRange): void {
    const last = this.#anchorUntil(to - 1)
    for (let anchor = this.#anchorFrom(from); anchor < last; anchor++) this.#ascends[anchor] = 1
  }

  /** Remember the anchors among entries that were read from `from` on. */
  note(entries: Float64Array, from: number): void {
    for (let anchor = this.#anchorFrom(from); ; anchor++) {
      const entry = this.#entryOf(anchor) - from
      if (entry < entries.length) this.#learn(anchor, entries[entry])
      else {
        // The last entry of a page says as much as the first of the next, which was not fetched.
        const isNext = this.#isFar && entry === entries.length && entry > 0
        if (isNext && this.#known[anchor] === 0) this.#learn(anchor, entries[entry - 1])
        return
      }
    }
  }

  /** Whether entries before an anchor are known to lie before a time. */
  isBefore(anchorEntry: number, time: number): boolean {
    return this.#isFar && this.#timeAt(anchorEntry) < time
  }

  /** Whether entries from an anchor on are known to lie after a time. */
  isAfter(anchorEntry: number, time: number): boolean {
    return this.#isFar && this.#timeAt(anchorEntry) > time
  }

  /** NaN: not known, or not an anchor. */
  #timeAt(entry: number): number {
    const anchor = this.#anchorFrom(entry)
    return this.#entryOf(anchor) === entry ? this.#timeOf(anchor) : Number.NaN
  }

  /** NaN: not known. */
  #timeOf(anchor: number): number {
    return this.#known[anchor] === 1 ? this.#times[anchor] : Number.NaN
  }

  /** A time that is missing (NaN) says nothing. */
  #learn(anchor: number, time: number): void {
    this.#times[anchor] = time
    this.#known[anchor] = Number.isNaN(time) ? 0 : 1
  }

  /**
   * What to read before a first guess, in order: as much as lies between two anchors at either end
   * of a unit, and anchors all over it, closer together towards its ends unless it is on a server;
   * nothing when it was done before. Two runs one after another, as programs that merge units
   * leave them, show in it.
   */
  samplesOf({ from, to }: UnitSpikes): EntryRange[] {
    const { spacing } = this
    const first = this.#anchorFrom(from)
    const last = this.#anchorUntil(to - 1)
    if (this.#known[first] === 1 && this.#known[last] === 1) return []
    const anchors = new Set<number>()
    const step = (last - first) / SAMPLES
    for (let i = 1; i < SAMPLES; i++) anchors.add(Math.round(first + i * step))
    for (let distance = 1; !this.#isFar && distance < step; distance *= 2) {
      anchors.add(first + distance).add(last - distance)
    }
    const between = Array.from(anchors, (anchor) => this.#entryAt(anchor))
    return [
      { from, to: from + spacing },
      ...between.sort((a, b) => a.from - b.from),
      { from: to - spacing, to },
    ]
  }

  /** One entry in the middle of a unit. */
  middleOf({ from, to }: UnitSpikes): EntryRange {
    return this.#entryAt(this.#anchorFrom((from + to) >>> 1))
  }

  /**
   * Whether the anchors of a unit that are known lie about where a steady rate would have them;
   * it must be in {@link assumed}.
   */
  isSteady({ from, to }: UnitSpikes): boolean {
    const span = this.#assumed
    if (!span) return false
    const last = this.#anchorUntil(to - 1)
    for (let anchor = this.#anchorFrom(from); anchor <= last; anchor++) {
      const time = this.#timeOf(anchor)
      if (Number.isNaN(time)) continue
      const share = (time - span.startTime) / (span.stopTime - span.startTime)
      const expected = (this.#entryOf(anchor) - from) / (to - from)
      if (!(Math.abs(share - expected) <= STEADY_SHARE)) return false
    }
    return true
  }

  /**
   * Whether the anchors of a unit that are known ascend, and it may be searched: of a file of this
   * machine, its first and last must be known.
   */
  isAscending({ from, to }: UnitSpikes): boolean {
    const first = this.#anchorFrom(from)
    const last = this.#anchorUntil(to - 1)
    const areEndsKnown = this.#known[first] === 1 && this.#known[last] === 1
    if (!areEndsKnown && !(this.#isFar && this.#assumed)) return false
    let previous = Number.NEGATIVE_INFINITY
    for (let anchor = first; anchor <= last; anchor++) {
      const time = this.#timeOf(anchor)
      if (time < previous) return false
      if (time > previous) previous = time
    }
    return true
  }

  /** From the first to the last anchor of a unit, or about so where they are not known. */
  spanOf({ from, to }: UnitSpikes): TimeSpan {
    const startTime = this.#timeOf(this.#anchorFrom(from))
    const stopTime = this.#timeOf(this.#anchorUntil(to - 1))
    return {
      startTime: Number.isNaN(startTime) ? (this.#assumed?.startTime ?? startTime) : startTime,
      stopTime: Number.isNaN(stopTime) ? (this.#assumed?.stopTime ?? stopTime) : stopTime,
    }
  }

  /**
   * Where the spikes of a window lie in a unit whose anchors ascend. What is read must show whether
   * it holds: that the entries at its ends lie outside of the window, unless they are the unit's.
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
    const first = Math.max(this.#anchorFrom(unit.from), this.#anchorUntil(after - 1))
    const start = this.#around(unit, startTime, false, first)
    const stop = this.#around(unit, stopTime, true, first)
    if (isCertain) return { from: start.low, to: stop.high }
    const from = this.#entryOf(this.#anchorUntil(start.guess - start.margin))
    const to = this.#entryOf(this.#anchorFrom(stop.guess + stop.margin))
    return {
      from: Math.max(start.low, from),
      to: Math.min(stop.high, to + this.#anchorEnd),
    }
  }

  /**
   * The known anchors around the place where times become larger than a time, or with it where that
   * is not included; `high` after the second of them; and where between them it may be.
   */
  #around(unit: UnitSpikes, time: number, isIncluded: boolean, first: number) {
    const { spacing } = this
    const times = this.#times
    const last = this.#anchorUntil(unit.to - 1)
    let low = -1
    let high = last + 1
    // By halves, among the anchors that are known: from the middle back to the next of them.
    for (let start = first; start < high; ) {
      const middle = (start + high) >>> 1
      let known = middle
      while (known >= start && this.#known[known] === 0) known--
      const at = times[known]
      if (known >= start && !(at < time || (isIncluded && at === time))) high = known
      else {
        if (known >= start) low = known
        start = middle + 1
      }
    }
    const before = low < 0 ? unit.from : this.#entryOf(low)
    const after = high > last ? unit.to : this.#entryOf(high)
    const end = high > last ? unit.to : after + this.#anchorEnd
    const assumed = this.#assumed
    if (!assumed && (low < 0 || high > last)) {
      return { low: before, high: end, guess: before, margin: spacing }
    }
    const from = low < 0 ? Math.min(assumed?.startTime ?? time, time) : times[low]
    const to = high > last ? Math.max(assumed?.stopTime ?? time, time) : times[high]
    const between = after - before
    const share = (time - from) / (to - from)
    // Objects written out: a spread takes thirty times as long as all the rest.
    if (high - low === 1 || !Number.isFinite(share)) {
      return { low: before, high: end, guess: before, margin: between }
    }
    return {
      low: before,
      high: end,
      guess: before + share * between,
      margin: this.#isFar
        ? FAR_MARGIN * Math.sqrt(between * share * (1 - share))
        : between * MARGIN,
    }
  }

  /** Entries of an anchor that belong to what ends there: on a server it would be another page. */
  get #anchorEnd(): number {
    return this.#isFar ? 0 : 1
  }

  #entryAt(anchor: number): EntryRange {
    const entry = this.#entryOf(anchor)
    return { from: entry, to: entry + 1 }
  }

  #entryOf(anchor: number): number {
    return anchor * this.spacing + this.#phase
  }

  /** The first anchor that is not before an entry. */
  #anchorFrom(entry: number): number {
    return Math.max(0, Math.ceil((entry - this.#phase) / this.spacing))
  }

  /** The last anchor that is not after an entry; -1: none is. */
  #anchorUntil(entry: number): number {
    return Math.floor((entry - this.#phase) / this.spacing)
  }
}
