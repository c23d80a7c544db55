import { pointCount, type Reduction } from '../../domain/series/resampling.ts'
import { sliceRuns } from '../../domain/series/series.ts'
import { type SeriesSelection, samplesRequest } from '../../request/series.ts'
import type { EncodingOptions, ExportSource } from '../export-kind.ts'

/** Cells read at a time: 8 MB. */
const CHUNK_CELLS = 1_000_000

export interface SeriesColumn {
  /** one of the series' columns, or `time` */
  readonly name: string
  /** the usual one when left out */
  readonly reduction?: Reduction
}

/**
 * Columns of a series, some rows after the other: [rows] of each, [rows, channels] of `values`. In
 * pieces, or, in a server, all before this returns.
 */
export async function readRows(
  selection: SeriesSelection,
  columns: readonly SeriesColumn[],
  { budget, loaders }: ExportSource,
  { inServer, onProgress }: Pick<EncodingOptions, 'inServer' | 'onProgress'>,
): Promise<AsyncIterable<Float64Array[]>> {
  const { session, window, channels, resampling } = selection
  const width = columns.reduce(
    (sum, { name }) => sum + (name === 'values' ? channels.length : 1),
    0,
  )
  budget.chargeCells(window.count * width)
  const read = await loaders.readOptions(session)
  const rows = (from: number, count: number) => {
    const runs = sliceRuns(window.runs, from, count)
    return session.reader.read(
      'samples',
      columns.map(({ name, reduction }) => samplesRequest(selection, name, runs, reduction)),
      read,
    )
  }
  // A group of samples that become one point is not cut.
  if (inServer || resampling.samplesPerGroup > 1) {
    const all = await rows(0, window.count)
    return (async function* () {
      yield all
    })()
  }
  const atATime = Math.max(1, Math.floor(CHUNK_CELLS / Math.max(1, width)))
  return (async function* () {
    for (let from = 0; from < window.count; from += atATime) {
      const count = Math.min(atATime, window.count - from)
      yield await rows(from, count)
      onProgress(from + count, window.count)
    }
  })()
}

/** How many rows those are, all together. */
export const rowCountOf = ({ window, resampling }: SeriesSelection) =>
  pointCount(window.count, resampling)
