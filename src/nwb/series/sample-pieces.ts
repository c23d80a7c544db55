import { countSamples, type SampleRun } from '../../domain/series/series.ts'

/** Values read at a time: memory stays bounded however long a window is. */
const VALUES_PER_PIECE = 1 << 18

/** A chunk that is larger is read in parts. */
const MOST_VALUES_A_PIECE = 1 << 21

/** What is read at a time, and which runs of it are wanted. */
export interface Piece extends SampleRun {
  readonly runs: readonly SampleRun[]
}

/**
 * Pieces that end where chunks do. Runs that lie near each other are read together: to read one
 * alone may decode its whole chunk.
 */
export function piecesOf(runs: readonly SampleRun[], chunkLength: number, width: number): Piece[] {
  const chunks = Math.max(1, Math.floor(VALUES_PER_PIECE / Math.max(1, chunkLength * width)))
  const most = Math.max(1, Math.floor(MOST_VALUES_A_PIECE / width))
  const length = Math.min(chunks * chunkLength, most)
  const pieces: { from: number; count: number; runs: SampleRun[] }[] = []
  for (const { from, count } of runs) {
    for (let at = from; at < from + count; ) {
      const block = Math.floor(at / length)
      const end = Math.min(from + count, (block + 1) * length)
      const run = { from: at, count: end - at }
      const last = pieces.at(-1)
      if (last && Math.floor(last.from / length) === block) {
        last.count = end - last.from
        last.runs.push(run)
      } else {
        pieces.push({ ...run, runs: [run] })
      }
      at = end
    }
  }
  return pieces
}

/** Of the rows of a piece those of its runs. */
export function pickRows(samples: Float64Array, { from, count, runs }: Piece): Float64Array {
  if (runs.length === 1) return samples
  const width = samples.length / count
  const picked = new Float64Array(countSamples(runs) * width)
  let at = 0
  for (const run of runs) {
    const first = (run.from - from) * width
    picked.set(samples.subarray(first, first + run.count * width), at)
    at += run.count * width
  }
  return picked
}
