import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { EntryRange, SpikeSource } from './sources/spike-source.ts'
import type { SpikeIndex } from './spike-index.ts'
import type { UnitSpikes } from './spike-plan.ts'

/** Guesses at where a window lies; what is not found by then is found by whoever reads it. */
const ROUNDS = 3

/** Entries of windows that are fetched together: 32 MB. */
const GROUP_ENTRIES = 2 ** 22

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

  /** The samples by which windows are guessed, of all units at once. */
  fetchSamples(units: readonly UnitSpikes[]): void {
    this.#read(units.flatMap((unit) => this.#index.samplesOf(unit)))
  }

  /**
   * Units in groups whose windows have been fetched, and are best read before the next group.
   *
   * @param units whose samples are known
   */
  *groups(units: readonly UnitWindows[]): Generator<readonly UnitWindows[]> {
    const groups = this.#groupsOf(units)
    for (const [i, group] of groups.entries()) {
      this.#fetch(searchesOf(group))
      const next = groups[i + 1]
      if (next) this.#source.prefetch(searchesOf(next).map((search) => this.#guess(search)))
      yield group
    }
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
      const found = this.#read(guesses)
      left = left.filter((search, i) => !isAround(search, guesses[i], found[i]))
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

const searchesOf = (units: readonly UnitWindows[]): Search[] =>
  units.flatMap(({ unit, windows }) => windows.map((window) => ({ unit, window })))

/** Whether a window lies within entries that were read. */
function isAround({ unit, window }: Search, { from, to }: EntryRange, entries: Float64Array) {
  if (entries.length === 0) return false
  const startsBefore = from === unit.from || entries[0] < window.startTime
  return startsBefore && (to === unit.to || entries[entries.length - 1] > window.stopTime)
}
