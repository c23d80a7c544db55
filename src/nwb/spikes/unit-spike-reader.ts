import { ascending } from '../../domain/numeric/compare-numbers.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { measureUnited, uniteSpans } from '../../domain/time/unite-spans.ts'
import { RequestAbortedError } from '../../errors.ts'
import { spanEnds, type UnitWindows, WindowFetcher } from './fetch-windows.ts'
import type { EntryRange, SpikeSource } from './sources/spike-source.ts'
import { SpikeIndex } from './spike-index.ts'
import {
  planSpikeReads,
  SPIKES_PER_NEAR_READ,
  SPIKES_PER_READ,
  type UnitSpikes,
} from './spike-plan.ts'

/** Whether the caller gave up. */
export type IsCancelled = () => boolean

/** Units of up to 64 KB are read whole: searching them costs as much. On a server 32 KB do. */
const SMALL_UNIT = 8192
const SMALL_FAR_UNIT = 4096

/**
 * Windows that hold more of a unit than this are not searched for: reading the rest
 * costs less than the many reads.
 */
const LARGEST_SHARE = 0.5

/** Windows with fewer spikes between them are read in one piece. */
const SMALL_GAP = 1024

/** Entries that are fetched while those before them are read: 16 MB. */
const ENTRIES_AHEAD = 2 * SPIKES_PER_READ

/** Guesses at where a window lies, before everything is read that lies between known places. */
const GUESSES = 3

/** The spans that spikes of each unit are wanted of, in order and apart; null: all spikes are. */
export type WantedSpans = ReadonlyMap<number, readonly TimeSpan[] | null>

/** Spike times of one unit. They hold until the next step. */
export interface UnitEntries {
  readonly unitRow: number
  /** ascending; all that lie in the wanted spans, and some others */
  readonly spikeTimes: Float64Array
  /**
   * which of the unit's spikes, as stored, each of `spikeTimes` is; null: they are stored in
   * this order, or not all were read
   */
  readonly order: Uint32Array | null
}

/** Reads the spike times of a recording, unit by unit; see {@link UnitSpikeReader}. */
export interface ReadsUnits {
  /** see {@link UnitSpikeReader.read} */
  read(wanted: WantedSpans, isCancelled: IsCancelled): Iterable<UnitEntries>
  /** where a unit's spikes lie */
  unit(unitRow: number): UnitSpikes
}

/** How many entries of a unit were read, and the position after the last of them. */
interface Progress {
  readonly length: number
  readonly end: number
}

/**
 * The spike times of one recording, unit by unit. Of a large unit only what a request wants is
 * read, when that is the smaller part.
 *
 * NWB demands ascending times; not every program that writes it keeps to that. A unit that was
 * read whole is known to be in order, or is sorted. Of one that never was, some entries all over
 * it, everything that is read, and the entries just outside of every window must be in order; else
 * it is read whole. A spike out of order in a part that no request reached is not noticed.
 */
export class UnitSpikeReader implements ReadsUnits {
  /** position after each unit's last spike; shape [units] */
  readonly ends: Float64Array
  readonly source: SpikeSource
  readonly #index: SpikeIndex
  /** reused by every read */
  #buffer = new Float64Array(0)

  constructor(ends: Float64Array, source: SpikeSource) {
    this.ends = ends
    this.source = source
    const { length, latency, pagePhase } = source
    this.#index = new SpikeIndex(length, ends.length, latency > 0, pagePhase)
  }

  /**
   * Units, each once: first those that are searched, then those read
   * whole, both in order of the file.
   *
   * @param wanted of each unit that spikes are wanted of
   */
  *read(wanted: WantedSpans, isCancelled: IsCancelled): Generator<UnitEntries> {
    const unitRows = [...Uint32Array.from(wanted.keys()).sort()]
    const whole: number[] = []
    for (const group of this.source.latency > 0 ? this.#fetched(unitRows, wanted) : [unitRows]) {
      for (const unitRow of group) {
        if (isCancelled()) throw new RequestAbortedError()
        const spans = wanted.get(unitRow)
        const spikeTimes = spans ? this.#readWindows(this.unit(unitRow), spans) : null
        if (spikeTimes) yield { unitRow, spikeTimes, order: null }
        else whole.push(unitRow)
      }
    }
    yield* this.#readWhole(whole.sort(ascending), isCancelled)
  }

  /** Units in groups; what is wanted of each is near by the time that it is given out. */
  *#fetched(unitRows: readonly number[], wanted: WantedSpans): Generator<readonly number[]> {
    const fetcher = new WindowFetcher(this.source, this.#index)
    fetcher.fetchSpan(this.#allUnits)
    fetcher.survey(this.#searched(wanted))
    const units = this.#searched(wanted)
    const others = new Set(unitRows)
    for (const { unit } of units) others.delete(unit.unitRow)
    // They are read last, and fetched while the windows are.
    this.source.prefetch(planSpikeReads(others, this.ends))
    for (const group of fetcher.groups(units)) yield group.map(({ unit }) => unit.unitRow)
    yield [...others]
  }

  /**
   * About how many bytes of the file {@link read} would take: by the guesses that it begins with,
   * whether or not they are kept already. Reads no spikes, but some by which the span of the
   * recording is estimated, where no request has yet.
   */
  bytesToRead(wanted: WantedSpans): number {
    const fetcher = new WindowFetcher(this.source, this.#index)
    if (this.source.latency > 0) fetcher.fetchSpan(this.#allUnits)
    const units = this.#searched(wanted)
    const others = new Set(wanted.keys())
    for (const { unit } of units) others.delete(unit.unitRow)
    return this.source.bytesOf([...fetcher.guesses(units), ...planSpikeReads(others, this.ends)])
  }

  /** The units of which only windows are read, as far as is known, in order of the file. */
  #searched(wanted: WantedSpans): UnitWindows[] {
    const unitRows = [...Uint32Array.from(wanted.keys()).sort()]
    return unitRows.flatMap((unitRow): UnitWindows[] => {
      const unit = this.unit(unitRow)
      const spans = wanted.get(unitRow)
      const windows = spans && this.#isSearchable(unit) ? this.#windowsOf(unit, spans) : null
      return windows && windows.length > 0 ? [{ unit, windows }] : []
    })
  }

  /** Have fetched what searching units begins with, where reads wait. */
  prefetchSpan(): void {
    this.source.prefetch(spanEnds(this.#allUnits))
  }

  get #allUnits(): UnitSpikes[] {
    return Array.from(this.ends, (_, row) => this.unit(row))
  }

  /** Where a unit's spikes lie. */
  unit(unitRow: number): UnitSpikes {
    return { unitRow, from: this.ends[unitRow - 1] ?? 0, to: this.ends[unitRow] }
  }

  *#readWhole(unitRows: readonly number[], isCancelled: IsCancelled): Generator<UnitEntries> {
    const { readsAnywhere, latency } = this.source
    const isNear = readsAnywhere && latency === 0
    const most = isNear ? SPIKES_PER_NEAR_READ : SPIKES_PER_READ
    const ranges = planSpikeReads(unitRows, this.ends, most)
    let ahead = 0
    let entriesAhead = 0
    for (const range of ranges) {
      if (isCancelled()) throw new RequestAbortedError()
      const first = ahead
      for (; ahead < ranges.length && entriesAhead <= ENTRIES_AHEAD; ahead++) {
        entriesAhead += ranges[ahead].to - ranges[ahead].from
      }
      this.source.prefetch(ranges.slice(first, ahead))
      entriesAhead -= range.to - range.from
      const entries = this.#bufferOf(range.to - range.from)
      this.#readInto(entries, range.from)
      for (const { unitRow, from, to } of range.units) {
        const spikeTimes = entries.subarray(from - range.from, to - range.from)
        if (this.#index.order(unitRow) === 'unknown') {
          this.#index.setOrder(
            unitRow,
            this.#ascends(spikeTimes, { from, to }) ? 'ascending' : 'unordered',
          )
        }
        const isOrdered = this.#index.order(unitRow) === 'ascending'
        yield { unitRow, ...(isOrdered ? { spikeTimes, order: null } : inOrder(spikeTimes)) }
      }
    }
  }

  /** Whether reading a part of a unit may cost less than reading all of it. */
  #isSearchable(unit: UnitSpikes): boolean {
    if (!this.source.readsAnywhere || this.#index.order(unit.unitRow) === 'unordered') return false
    const small = this.source.latency > 0 ? SMALL_FAR_UNIT : SMALL_UNIT
    return unit.to - unit.from > Math.max(small, 16 * this.#index.spacing)
  }

  /**
   * Which windows to read of a unit for some spans.
   *
   * @returns null: it is to be read whole
   */
  #windowsOf(unit: UnitSpikes, spans: readonly TimeSpan[]): TimeSpan[] | null {
    if (!this.#index.isAscending(unit)) return null
    const count = unit.to - unit.from
    const { startTime, stopTime } = this.#index.spanOf(unit)
    const rate = count / (stopTime - startTime)
    const gap = SMALL_GAP / rate
    const windows = measureUnited(spans, gap, { startTime, stopTime })
    const read = rate * windows.duration + windows.count * this.#index.spacing
    return read < count * LARGEST_SHARE ? uniteSpans(spans, gap) : null
  }

  /** The spikes of the spans, and some around them; null: the unit is to be read whole. */
  #readWindows(unit: UnitSpikes, spans: readonly TimeSpan[]): Float64Array | null {
    if (!this.#isSearchable(unit) || !this.#readSamples(unit)) return null
    const windows = this.#windowsOf(unit, spans)
    if (!windows) return null
    const entries = this.#bufferOf(unit.to - unit.from)
    let read = { length: 0, end: unit.from }
    for (const window of windows) {
      const next = this.#readWindow(unit, window, entries, read)
      if (!next) return null
      read = next
    }
    return entries.subarray(0, read.length)
  }

  /**
   * Read what is not read yet of a window's spikes.
   *
   * @param read how many entries were read so far, and before which position everything
   *   was, or lies before the window
   * @returns the same after the window; null: the unit is not in order
   */
  #readWindow(unit: UnitSpikes, window: TimeSpan, target: Float64Array, read: Progress) {
    const { length, end } = read
    const latest = length > 0 ? target[length - 1] : Number.NEGATIVE_INFINITY
    if (latest > window.stopTime) return read
    for (let guesses = 0; guesses <= GUESSES; guesses++) {
      const { from, to } = this.#index.find(unit, window, guesses === GUESSES, end)
      const start = Math.max(from, end)
      if (start >= to) continue
      const entries = target.subarray(length, length + to - start)
      this.#readInto(entries, start)
      const { startTime, stopTime } = window
      const isBegun = start === unit.from || start > from
      const startsBefore =
        isBegun || entries[0] < startTime || this.#index.isBefore(from, startTime)
      const isLast = to === unit.to || entries[entries.length - 1] > stopTime
      const endsBehind = isLast || this.#index.isAfter(to, stopTime)
      if (!startsBefore || !endsBehind) continue
      const ascends = latest <= entries[0] && this.#ascends(entries, { from: start, to })
      return ascends ? { length: length + entries.length, end: to } : null
    }
    return end === unit.to ? read : null
  }

  #ascends(entries: Float64Array, range: EntryRange): boolean {
    if (this.#index.isKnownToAscend(range)) return true
    if (!isAscending(entries)) return false
    this.#index.noteAscending(range)
    return true
  }

  /** @returns whether entries all over the unit ascend */
  #readSamples(unit: UnitSpikes): boolean {
    if (this.source.latency > 0) {
      return this.#index.isSurveyed(unit) && this.#index.isAscending(unit)
    }
    let previous = Number.NEGATIVE_INFINITY
    for (const { from, to } of this.#index.samplesOf(unit)) {
      const entries = this.#bufferOf(to - from)
      this.#readInto(entries, from)
      if (!(previous <= entries[0] && isAscending(entries))) return false
      previous = entries[entries.length - 1]
    }
    return this.#index.isAscending(unit)
  }

  #readInto(entries: Float64Array, from: number): void {
    this.source.read(entries, from)
    this.#index.note(entries, from)
  }

  #bufferOf(length: number): Float64Array {
    if (this.#buffer.length < length) this.#buffer = new Float64Array(length)
    return this.#buffer.subarray(0, length)
  }
}

/** Spike times sorted, and where each of them was; a missing one (NaN) comes last. */
function inOrder(stored: Float64Array): { spikeTimes: Float64Array; order: Uint32Array } {
  const order = Uint32Array.from(stored, (_, spike) => spike).sort(
    (a, b) => ascending(stored[a], stored[b]) || a - b,
  )
  return { spikeTimes: Float64Array.from(order, (spike) => stored[spike]), order }
}

/** Whether times are in order, and all of them numbers. */
export function isAscending(times: Float64Array): boolean {
  if (Number.isNaN(times[0])) return false
  for (let i = 1; i < times.length; i++) {
    if (!(times[i - 1] <= times[i])) return false
  }
  return true
}
