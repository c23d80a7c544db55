/**
 * Numbers the parts of a map that hang together by their sides, from 1 on in order of their first
 * cell; 0 for cells in none (`scipy.ndimage.label`).
 *
 * @param isIn whether a cell belongs to a part; shape [rows, columns]
 */
export function labelConnected(isIn: readonly boolean[], columns: number): Int32Array {
  const labels = new Int32Array(isIn.length)
  let label = 0
  for (let first = 0; first < isIn.length; first++) {
    if (!isIn[first] || labels[first] > 0) continue
    label++
    labels[first] = label
    const waiting = [first]
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      for (const next of neighbours(cell, columns)) {
        if (!isIn[next] || labels[next] > 0) continue
        labels[next] = label
        waiting.push(next)
      }
    }
  }
  return labels
}

/** Those above the first row, and below the last, are in no part. */
function neighbours(cell: number, columns: number): number[] {
  const column = cell % columns
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column + 1 < columns ? [cell + 1] : []),
    cell - columns,
    cell + columns,
  ]
}
