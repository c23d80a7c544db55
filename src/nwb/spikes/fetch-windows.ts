import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { EntryRange, SpikeSource } from './sources/spike-source.ts'
import type { SpikeIndex } from './spike-index.ts'
import type { UnitSpikes } from './spike-plan.ts'

/** Guesses at where a window lies; what is not found by then is found by whoever reads it. */
const ROUNDS = 3

/** Units by whose first and last spikes the span of a recording is estimated. */
const SPAN_UNITS = 4

/** Windows that are looked at first: those about a third and two thirds into the recording. */
const PILOTS = [1 / 3, 2 / 3]

/** Entries of windows that are fetched together: 8 MB. */
const GROUP_ENTRIES = 2 ** 20

/** Groups that are fetched meanwhile: while one is searched again, and another is counted. */
const GROUPS_AHEAD = 2

/** A unit, and the windows that are wanted of it: in order, and apart. */
export interface UnitWindows {
  readonly unit: UnitSpikes
  readonly windows: readonly TimeSpan[]
}

interface Search {
  readonly unit: UnitSpikes
  readonly window: TimeSpan
}

/**
 * Fetch the windows of many units where each read would wait for a server: the guesses for all
 * units together, and again for those that missed. It only brings near what is going to be read,
 * and lets the sparse index know of it; whether a window was found is for the reader to say.
 */
export class WindowFetcher {
  readonly #source: SpikeSource
  readonly #index: SpikeIndex

  constructor(source: SpikeSource, index: SpikeIndex) {
    this.#source = source
    this.#index = index
  }

  /**
   * When the spikes of a recording were fired, about: from the ends of the units that have most.
   *
   * @param units all of the recording
   */
  fetchSpan(units: readonly UnitSpikes[]): void {
    if (this.#index.assumed) return
    const ends = this.#read(spanEnds(units))
    const times = ends.flatMap((entries) => [...entries]).filter(Number.isFinite)
    if (times.length === 0) return
    this.#index.assume({ startTime: Math.min(...times), stopTime: Math.max(...times) })
  }

  /**
   * First looks at units that were never looked at, by one wait: two of their windows, by which the
   * others are guessed, and, where these lie towards one end, a spike in the middle. Units whose
   * spikes are not where a steady rate would have them are looked at in more places, by another.
   */
  survey(units: readonly UnitWindows[]): void {
    const unknown = units.filter(({ unit }) => !this.#index.isSurveyed(unit))
    this.#read(unknown.flatMap((one) => this.#pilotsOf(one)))
    const unsteady = unknown.filter(({ unit }) => !this.#index.isSteady(unit))
    this.#read(unsteady.flatMap(({ unit }) => this.#index.samplesOf(unit)))
    for (const { unit } of unknown) this.#index.setSurveyed(unit)
  }

  #pilotsOf({ unit, windows }: UnitWindows): EntryRange[] {
    const { startTime, stopTime } = this.#index.spanOf(unit)
    const pilots = new Set(
      PILOTS.map((share) => nearest(windows, startTime + share * (stopTime - startTime))),
    )
    const guesses = Array.from(pilots, (window) => this.#guess({ unit, window }))
    const quarter = (unit.to - unit.from) / 4
    const isBetween = guesses.some(
      ({ from, to }) => from > unit.from + quarter && to < unit.to - quarter,
    )
    return isBetween ? guesses : [...guesses, this.#index.middleOf(unit)]
  }

  /**
   * Units in groups whose windows have been fetched, and are best read before the next group.
   *
   * @param units whose samples are known
   */
  *groups(units: readonly UnitWindows[]): Generator<readonly UnitWindows[]> {
    const groups = this.#groupsOf(units)
    const prefetch = (group: readonly UnitWindows[]) => this.#source.prefetch(this.guesses(group))
    for (const group of groups.slice(0, GROUPS_AHEAD)) prefetch(group)
    for (const [i, group] of groups.entries()) {
      this.#fetch(searchesOf(group))
      const next = groups[i + GROUPS_AHEAD]
      if (next) prefetch(next)
      yield group
    }
  }

  /** What the windows of units would be fetched by, as far as is guessed at first. */
  guesses(units: readonly UnitWindows[]): EntryRange[] {
    return searchesOf(units).map((search) => this.#guess(search))
  }

  #groupsOf(units: readonly UnitWindows[]): UnitWindows[][] {
    const groups: UnitWindows[][] = []
    let entries = 0
    for (const one of units) {
      const ofUnit = searchesOf([one]).reduce((sum, search) => {
        const { from, to } = this.#guess(search)
        return sum + to - from
      }, 0)
      entries += ofUnit
      const last = groups.at(-1)
      if (last && entries <= GROUP_ENTRIES) last.push(one)
      else {
        groups.push([one])
        entries = ofUnit
      }
    }
    return groups
  }

  #fetch(searches: readonly Search[]): void {
    let left = searches
    for (let round = 0; round < ROUNDS && left.length > 0; round++) {
      const guesses = left.map((search) => this.#guess(search))
      this.#read(guesses)
      left = left.filter((search, i) => !isWithin(this.#guess(search), guesses[i]))
    }
  }

  #guess({ unit, window }: Search): EntryRange {
    const { from, to } = this.#index.find(unit, window, false, unit.from)
    return { from, to: Math.max(from, to) }
  }

  #read(ranges: readonly EntryRange[]): Float64Array[] {
    const found = this.#source.readMany(ranges)
    for (const [i, entries] of found.entries()) this.#index.note(entries, ranges[i].from)
    return found
  }
}

/** The first and last spikes of the units that have most; of a unit without spikes none. */
export function spanEnds(units: readonly UnitSpikes[]): EntryRange[] {
  const fired = units.filter(({ from, to }) => from < to)
  const largest = fired.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, SPAN_UNITS)
  return largest.flatMap(({ from, to }) => [
    { from, to: from + 1 },
    { from: to - 1, to },
  ])
}

const searchesOf = (units: readonly UnitWindows[]): Search[] =>
  units.flatMap(({ unit, windows }) => windows.map((window) => ({ unit, window })))

/** The window whose middle is nearest to a time. */
function nearest(windows: readonly TimeSpan[], time: number): TimeSpan {
  const distance = ({ startTime, stopTime }: TimeSpan) =>
    Math.abs((startTime + stopTime) / 2 - time)
  return windows.reduce((best, window) => (distance(window) < distance(best) ? window : best))
}

const isWithin = (inner: EntryRange, outer: EntryRange) =>
  outer.from <= inner.from && inner.to <= outer.to
