import type { SpikeCollector } from '../../domain/counting/spike-collector.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { uniteSpans } from '../../domain/time/unite-spans.ts'
import type { IsCancelled, ReadsUnits } from './unit-spike-reader.ts'

/** Names the units whose spikes it needs. */
interface OfUnits {
  /** rows of the units table, one per column; repeated ones are several columns */
  readonly unitRows: Uint32Array
}

/** How requests are reduced to results, each by a collector of its own. */
export interface SpikeReduction<Request extends OfUnits, Result> {
  /** seconds, both ends included, in any order: spikes outside do not matter; null: all do */
  readonly spansOf: (request: Request) => readonly TimeSpan[] | null
  /** one for each request, in their order */
  readonly collect: (requests: readonly Request[]) => readonly SpikeCollector<Result>[]
}

/** A column of a request that is a unit's. */
interface Column {
  readonly request: number
  readonly column: number
}

/**
 * Reduce the spikes of units to results, one for each request, in their order. Each unit is read
 * once for all requests, in file order into a reused buffer, and handed to every collector that
 * has it as a column; of a large unit only the spans that are wanted of it are read. Nothing else
 * is held in memory.
 *
 * @throws RequestAbortedError between two reads
 */
export function reduceSpikes<Request extends OfUnits, Result>(
  units: ReadsUnits,
  requests: readonly Request[],
  { spansOf, collect }: SpikeReduction<Request, Result>,
  isCancelled: IsCancelled,
): Result[] {
  const collectors = collect(requests)
  const columnsOf = columnsOfUnits(requests)
  const wanted = wantedSpans(columnsOf, requests.map(spansOf))
  for (const { unitRow, spikeTimes } of units.read(wanted, isCancelled)) {
    for (const { request, column } of columnsOf.get(unitRow) ?? []) {
      collectors[request].add(column, spikeTimes)
    }
  }
  return collectors.map((collector) => collector.finish())
}

function columnsOfUnits(requests: readonly OfUnits[]): Map<number, Column[]> {
  const columnsOf = new Map<number, Column[]>()
  requests.forEach(({ unitRows }, request) => {
    unitRows.forEach((row, column) => {
      const columns = columnsOf.get(row)
      if (columns) columns.push({ request, column })
      else columnsOf.set(row, [{ request, column }])
    })
  })
  return columnsOf
}

/** The merged spans wanted of each unit; units that the same requests name share theirs. */
function wantedSpans(
  columnsOf: ReadonlyMap<number, readonly Column[]>,
  spansOf: readonly (readonly TimeSpan[] | null)[],
): Map<number, readonly TimeSpan[] | null> {
  const known = new Map<string, readonly TimeSpan[] | null>()
  const wanted = new Map<number, readonly TimeSpan[] | null>()
  for (const [unitRow, columns] of columnsOf) {
    const requests = [...new Set(columns.map(({ request }) => request))]
    const key = requests.join()
    const spans = known.get(key) ?? mergeSpans(requests.map((request) => spansOf[request]))
    known.set(key, spans)
    wanted.set(unitRow, spans)
  }
  return wanted
}

function mergeSpans(spans: readonly (readonly TimeSpan[] | null)[]): readonly TimeSpan[] | null {
  const bounded = spans.filter((some) => some !== null)
  return bounded.length === spans.length ? uniteSpans(bounded.flat()) : null
}
