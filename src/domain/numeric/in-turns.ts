/** Some milliseconds of simple work on each. */
const CELLS_A_TURN = 1 << 20

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/**
 * Work through rows of cells without holding up the event loop: some at a time, and the rest in
 * later turns.
 *
 * @param width cells a row
 * @param work on the rows from `from` to before `to`
 */
export async function inTurns(
  rowCount: number,
  width: number,
  work: (from: number, to: number) => void,
): Promise<void> {
  const step = Math.max(1, Math.floor(CELLS_A_TURN / Math.max(1, width)))
  for (let from = 0; from < rowCount; from += step) {
    if (from > 0) await nextTurn()
    work(from, Math.min(rowCount, from + step))
  }
}
