import type { ReceivedMatrix } from '../requests/notebook.ts'
import type { NpyArray } from './npz.ts'

/**
 * Compare a response with the baseline's, cell by cell.
 *
 * @param baseline by acronym, shape of each [epochs, bins, units]
 * @throws Error that says where they differ
 */
export function assertSameCounts(
  received: readonly ReceivedMatrix[],
  baseline: ReadonlyMap<string, NpyArray>,
): void {
  const epochOf = new Map<string, number>()
  for (const { acronym, shape, cells } of received) {
    const expected = baseline.get(acronym)
    if (!expected) throw new Error(`the baseline has no area ${acronym}`)
    const [, bins = 0, units = 0] = expected.shape
    if (shape[0] !== bins || shape[1] !== units) {
      throw new Error(`${acronym}: shape ${shape.join()}, the baseline's is ${bins},${units}`)
    }
    const epoch = epochOf.get(acronym) ?? 0
    epochOf.set(acronym, epoch + 1)
    if (cells.length !== bins * units) throw new Error(`${acronym}: ${cells.length} cells`)
    const offset = epoch * bins * units
    for (let cell = 0; cell < cells.length; cell++) {
      if (cells[cell] !== expected.data[offset + cell]) {
        throw new Error(
          `${acronym}, epoch ${epoch}, cell ${cell}: ${cells[cell]}, the baseline has ${expected.data[offset + cell]}`,
        )
      }
    }
  }
  for (const [acronym, { shape }] of baseline) {
    if (acronym === 'starts') continue
    const epochs = epochOf.get(acronym) ?? 0
    if (epochs !== shape[0])
      throw new Error(`${acronym}: ${epochs} epochs, the baseline has ${shape[0]}`)
  }
}
