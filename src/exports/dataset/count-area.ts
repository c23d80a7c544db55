import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import type { DatasetArea, DatasetEpoch, DatasetPlan } from '../../domain/counting/dataset.ts'
import type { CountedEpoch } from '../../formats/matrices/dataset-files.ts'
import type { ReadOptions, SessionReader } from '../../sessions/session-reader.ts'

/** Cells counted in one go, at most 80 MB; the notebook's dataset, all areas, stays far below. */
const CHUNK_CELLS = 20_000_000

/**
 * How to count each area's matrices: all areas together when the first is requested, as far as
 * memory allows. The spikes of a recording on a server are then fetched together, too.
 */
export function areaCounter(
  reader: SessionReader,
  { areas, epochs }: DatasetPlan,
  options: ReadOptions,
): (area: DatasetArea) => AsyncGenerator<CountedEpoch> {
  const units = areas.reduce((sum, { unitRows }) => sum + unitRows.length, 0)
  if (chunks(epochs, units).length > 1) return (area) => countArea(reader, area, epochs, options)
  let counting: Promise<readonly CountMatrix[]> | null = null
  return async function* (area) {
    counting ??= reader.read(
      'countSpikes',
      areas.flatMap(({ unitRows }) => epochs.map(({ bins }) => ({ bins, unitRows }))),
      options,
    )
    const matrices = await counting
    const first = areas.indexOf(area) * epochs.length
    for (const [i, epoch] of epochs.entries()) yield { ...epoch, matrix: matrices[first + i] }
  }
}

/**
 * Count an area's matrices, one per epoch, in order of time: as many at once as memory allows,
 * since each time the area's spikes are read again.
 */
export async function* countArea(
  reader: SessionReader,
  { unitRows }: DatasetArea,
  epochs: readonly DatasetEpoch[],
  options: ReadOptions,
): AsyncGenerator<CountedEpoch> {
  for (const chunk of chunks(epochs, unitRows.length)) {
    const requests = chunk.map(({ bins }) => ({ bins, unitRows }))
    const matrices = await reader.read('countSpikes', requests, options)
    for (const [i, matrix] of matrices.entries()) {
      yield { ...chunk[i], matrix }
    }
  }
}

/**
 * Runs of epochs whose matrices fill a chunk together; an epoch that fills more
 * than one is a run of its own.
 */
export function chunks(
  epochs: readonly DatasetEpoch[],
  unitCount: number,
  chunkCells = CHUNK_CELLS,
): DatasetEpoch[][] {
  const runs: DatasetEpoch[][] = []
  let room = 0
  for (const epoch of epochs) {
    const cells = epoch.bins.count * unitCount
    const run = runs.at(-1)
    if (run && cells <= room) {
      run.push(epoch)
      room -= cells
    } else {
      runs.push([epoch])
      room = chunkCells - cells
    }
  }
  return runs
}
