import type { SampleRun } from '../../domain/series/series.ts'
import type { Hdf5Dataset } from '../../hdf5/hdf5-dataset.ts'

/**
 * About how many bytes of the file runs of samples take, by whole chunks, as long as the dataset's
 * are on average; of samples that lie in one piece, by whole rows.
 *
 * @param runs ascending, none overlapping another
 */
export function bytesOfRuns(
  data: Hdf5Dataset,
  channels: readonly number[],
  runs: readonly SampleRun[],
): number {
  const width = data.shape[1] ?? 1
  const chunkWidth = data.chunkWidth ?? width
  const chunkLength = data.chunkLength ?? 1
  const columns = new Set(channels.map((channel) => Math.floor(channel / chunkWidth))).size
  const chunkBytes = (chunkLength * chunkWidth * data.byteLength) / (data.length * width || 1)
  return countBlocks(runs, chunkLength) * columns * chunkBytes * storedShare(data, chunkBytes)
}

/** Blocks of so many samples that runs touch. */
function countBlocks(runs: readonly SampleRun[], length: number): number {
  let count = 0
  let end = 0
  for (const run of runs) {
    if (run.count === 0) continue
    const first = Math.max(end, Math.floor(run.from / length))
    end = Math.max(first, Math.ceil((run.from + run.count) / length))
    count += end - first
  }
  return count
}

/** What compression leaves of the dataset's chunks, on average. */
function storedShare(data: Hdf5Dataset, chunkBytes: number): number {
  const lengths = data.chunked?.index.byteLengths
  if (!lengths?.length) return 1
  return lengths.reduce((sum, length) => sum + length, 0) / (lengths.length * chunkBytes)
}
