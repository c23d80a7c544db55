import { longestNumber, writeNumbers } from '../json/json-writer.ts'
import type { LabelledMatrix } from './labelled-matrix.ts'

/** Cells written at a time: some 100 KB of text. */
const CELLS_PER_PIECE = 1 << 16

/**
 * The longest number that JavaScript writes, and a comma before the counts
 * and a line feed after them.
 */
const ROW_OVERHEAD = 26

/**
 * A header of `bin_start` and the ids of the units, then a line per bin:
 * its start, and a count per unit.
 */
export function* matrixCsv({ matrix, unitIds, labels }: LabelledMatrix): Generator<Uint8Array> {
  const { binCount, unitCount, counts } = matrix
  yield Buffer.from(`${['bin_start', ...unitIds].join()}\n`)
  const width = longestNumber(counts) + 1
  const rowsPerPiece = Math.max(1, Math.floor(CELLS_PER_PIECE / Math.max(1, unitCount)))
  for (let first = 0; first < binCount; first += rowsPerPiece) {
    const end = Math.min(binCount, first + rowsPerPiece)
    const text = Buffer.allocUnsafe((end - first) * (unitCount * width + ROW_OVERHEAD))
    let at = 0
    for (let bin = first; bin < end; bin++) {
      at += text.write(String(labels.start + bin * labels.binSize), at, 'latin1')
      if (unitCount > 0) at += text.write(',', at, 'latin1')
      at = writeNumbers(text, at, counts, bin * unitCount, (bin + 1) * unitCount)
      at += text.write('\n', at, 'latin1')
    }
    yield text.subarray(0, at)
  }
}
