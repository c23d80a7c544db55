import {
  type AlignAnswer,
  type AlignRequest,
  collectorOf,
} from '../../domain/alignment/align-request.ts'
import { alignedSpans } from '../../domain/alignment/aligned-spans.ts'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import { spikeCounters } from '../../domain/counting/spike-counter.ts'
import { lowerBound, upperBound } from '../../domain/numeric/search.ts'
import type { SessionWarning } from '../../domain/session/session-warning.ts'
import { spanOf, type TimeSpan } from '../../domain/time/time-span.ts'
import { uniteSpans } from '../../domain/time/unite-spans.ts'
import { RequestAbortedError } from '../../errors.ts'
import type { MatrixRequest, SpikeTimesRequest } from '../../sessions/session-reader.ts'
import type { EntryRange } from './spike-index.ts'
import type { SpikeLayout } from './spike-layout.ts'
import type { SpikeSource } from './spike-source.ts'
import { type IsCancelled, isAscending, UnitSpikeReader } from './unit-spike-reader.ts'

const never: IsCancelled = () => false

/** Of recordings with more, samples are looked at. */
const MOST_SPIKES_CHECKED = 2 ** 20

const SAMPLES_A_UNIT = 16

/** What opens the spikes of a recording. */
export interface OpensSpikes {
  /** spike times of all units, and the position behind each unit's last; shape [units] */
  openTimes(): { readonly ends: Float64Array; readonly source: SpikeSource }
  /** @param ends of the spike times, which the amplitudes must share */
  hasAmplitudes(ends: Float64Array): boolean
  openAmplitudes(ends: Float64Array): SpikeSource
}

/**
 * The spikes of one open NWB file: every unit that a question names is read once. Nothing is
 * opened before the first question.
 */
export class RecordedSpikes {
  readonly #opening: OpensSpikes
  #units: UnitSpikeReader | null = null
  #amplitudes: SpikeSource | null = null

  constructor(opening: OpensSpikes) {
    this.#opening = opening
  }

  /** See SessionReader.countSpikes. */
  count(requests: readonly MatrixRequest[], isCancelled = never): CountMatrix[] {
    const counters = spikeCounters(requests)
    const columnsOf = columnsOfUnits(requests)
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ bins }) => [{ startTime: bins.start, stopTime: bins.stop }]),
    )
    for (const { unitRow, spikeTimes } of this.#openUnits().read(wanted, isCancelled)) {
      for (const { request, column } of columnsOf.get(unitRow) ?? [])
        counters[request]?.count(column, spikeTimes)
    }
    return counters.map((counter) => counter.finish())
  }

  /** See SessionReader.alignSpikes. */
  align(requests: readonly AlignRequest[], isCancelled = never): AlignAnswer[] {
    const collectors = requests.map(collectorOf)
    const columnsOf = columnsOfUnits(requests)
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ alignment }) => alignedSpans(alignment)),
    )
    for (const { unitRow, spikeTimes } of this.#openUnits().read(wanted, isCancelled)) {
      for (const { request, column } of columnsOf.get(unitRow) ?? [])
        collectors[request]?.add(column, spikeTimes)
    }
    return collectors.map((collector) => collector.finish())
  }

  /** See SessionReader.spikeTimes. */
  times(requests: readonly SpikeTimesRequest[], isCancelled = never): Float64Array[] {
    const answers = new Array<Float64Array>(requests.length)
    const columnsOf = columnsOfUnits(
      requests.map(({ unitRow }) => ({ unitRows: Uint32Array.of(unitRow) })),
    )
    const wanted = wantedSpans(
      columnsOf,
      requests.map(({ span }) => [span]),
    )
    for (const { unitRow, spikeTimes } of this.#openUnits().read(wanted, isCancelled)) {
      requests.forEach((request, i) => {
        if (request.unitRow !== unitRow) return
        const { startTime, stopTime } = request.span
        const from = lowerBound(spikeTimes, startTime)
        answers[i] = spikeTimes.slice(from, Math.max(from, upperBound(spikeTimes, stopTime)))
      })
    }
    return answers
  }

  /** See SessionReader.spikeAmplitudes. */
  amplitudes(requests: readonly SpikeTimesRequest[], isCancelled = never): Float64Array[] {
    const source = this.#openAmplitudes()
    const answers = new Array<Float64Array>(requests.length)
    const units = this.#openUnits()
    const wanted = new Map(requests.map(({ unitRow }) => [unitRow, null]))
    for (const { unitRow, spikeTimes, order } of units.read(wanted, isCancelled)) {
      const first = units.unit(unitRow).from
      const sorted = order && sortedEntries(source, first, order)
      requests.forEach((request, i) => {
        if (request.unitRow !== unitRow) return
        const { startTime, stopTime } = request.span
        const from = lowerBound(spikeTimes, startTime)
        const to = Math.max(from, upperBound(spikeTimes, stopTime))
        const amplitudes = sorted?.slice(from, to) ?? new Float64Array(to - from)
        if (!sorted) source.read(amplitudes, first + from)
        answers[i] = amplitudes
      })
    }
    return answers
  }

  /**
   * From the first to the last spike of any unit; null without spikes. Reads two entries per unit,
   * and all of a unit where one of these is not a finite time.
   */
  span(isCancelled = never): TimeSpan | null {
    const { ends, source } = this.#openUnits()
    const edges: TimeSpan[] = []
    ends.forEach((end, row) => {
      if (isCancelled()) throw new RequestAbortedError()
      const from = ends[row - 1] ?? 0
      if (from === end) return
      const [startTime] = entriesOf(source, { from, to: from + 1 }) as unknown as [number]
      const [stopTime] = entriesOf(source, { from: end - 1, to: end }) as unknown as [number]
      const areKnown = Number.isFinite(startTime) && Number.isFinite(stopTime)
      edges.push(
        areKnown ? { startTime, stopTime } : finiteSpan(entriesOf(source, { from, to: end })),
      )
    })
    return spanOf(edges)
  }

  /** The spike times of all units, one unit after the other, as the file stores them. */
  get stored(): SpikeSource {
    return this.#openUnits().source
  }

  /** Where the spikes lie; null: only libhdf5 can read their times. */
  layout(): SpikeLayout | null {
    const { ends, source } = this.#openUnits()
    const amplitudes = this.#opening.hasAmplitudes(ends) ? this.#openAmplitudes().layout : null
    return source.layout && { ends, times: source.layout, amplitudes }
  }

  /**
   * What to warn of where spike times of units are out of order, or not numbers, as far as they are
   * looked at; see SPIKES_OUT_OF_ORDER in schema.graphql. Null: nothing.
   */
  disorder(): SessionWarning | null {
    const { ends, source } = this.#openUnits()
    const isWhole = source.length <= MOST_SPIKES_CHECKED
    if (!isWhole && !source.readsAnywhere) return null
    const rows = Array.from(ends, (_, row) => row).filter((row) => {
      const unit = { from: ends[row - 1] ?? 0, to: ends[row] }
      const times = isWhole ? entriesOf(source, unit) : samplesOf(source, unit)
      return !isAscending(times) || !times.every(Number.isFinite)
    })
    if (rows.length === 0) return null
    const path = '/units/spike_times'
    const message = `${path} is not in ascending order, or has entries that are not numbers, in ${rows.length} of ${ends.length} units (the first is row ${rows[0]}). They are sorted, and entries that are not numbers are not counted; check how they were written.`
    return { code: 'SPIKES_OUT_OF_ORDER', path, message }
  }

  #openUnits(): UnitSpikeReader {
    if (!this.#units) {
      const { ends, source } = this.#opening.openTimes()
      this.#units = new UnitSpikeReader(ends, source)
    }
    return this.#units
  }

  #openAmplitudes(): SpikeSource {
    this.#amplitudes ??= this.#opening.openAmplitudes(this.#openUnits().ends)
    return this.#amplitudes
  }
}

function entriesOf(source: SpikeSource, { from, to }: EntryRange): Float64Array {
  const entries = new Float64Array(to - from)
  source.read(entries, from)
  return entries
}

/** Entries all over a unit, its first and last among them. */
function samplesOf(source: SpikeSource, { from, to }: EntryRange): Float64Array {
  const count = Math.min(SAMPLES_A_UNIT, to - from)
  const step = (to - 1 - from) / Math.max(1, count - 1)
  const samples = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    source.read(samples.subarray(i, i + 1), Math.round(from + i * step))
  }
  return samples
}

/** From the least to the greatest of some times that is finite; infinite where none is. */
function finiteSpan(times: Float64Array): TimeSpan {
  let startTime = Number.POSITIVE_INFINITY
  let stopTime = Number.NEGATIVE_INFINITY
  for (const time of times) {
    if (!Number.isFinite(time)) continue
    if (time < startTime) startTime = time
    if (time > stopTime) stopTime = time
  }
  return { startTime, stopTime }
}

/** Which columns, of which requests, each unit is. */
function columnsOfUnits(
  requests: readonly { readonly unitRows: Uint32Array }[],
): Map<number, { request: number; column: number }[]> {
  const columnsOf = new Map<number, { request: number; column: number }[]>()
  requests.forEach(({ unitRows }, request) => {
    unitRows.forEach((row, column) => {
      const columns = columnsOf.get(row)
      if (columns) columns.push({ request, column })
      else columnsOf.set(row, [{ request, column }])
    })
  })
  return columnsOf
}

/**
 * The spans that a question wants of each unit, united; units that the
 * same requests name share theirs.
 */
function wantedSpans(
  columnsOf: ReadonlyMap<number, readonly { readonly request: number }[]>,
  spansOf: readonly (readonly TimeSpan[])[],
): Map<number, readonly TimeSpan[]> {
  const known = new Map<string, readonly TimeSpan[]>()
  const wanted = new Map<number, readonly TimeSpan[]>()
  for (const [unitRow, columns] of columnsOf) {
    const requests = [...new Set(columns.map(({ request }) => request))]
    const key = requests.join()
    const united = known.get(key) ?? uniteSpans(requests.flatMap((request) => spansOf[request]))
    known.set(key, united)
    wanted.set(unitRow, united)
  }
  return wanted
}

/** Entries of a unit in the order given. */
function sortedEntries(source: SpikeSource, first: number, order: Uint32Array): Float64Array {
  const stored = new Float64Array(order.length)
  source.read(stored, first)
  return Float64Array.from(order, (entry) => stored[entry])
}
