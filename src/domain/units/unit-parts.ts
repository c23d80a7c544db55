/**
 * Units that a part has at least: fewer are done in less time than another thread takes to begin.
 */
const SMALLEST_PART = 64

/**
 * Some units have a hundred times the spikes of others, so that halves of a session differed by a
 * fifth: whichever thread is done first takes the next part.
 */
const PARTS_PER_THREAD = 4

/** Units in parts of about the same number for some threads, in order; few stay together. */
export function unitParts(unitRows: Uint32Array, threads: number): Uint32Array[] {
  const most = threads > 1 ? threads * PARTS_PER_THREAD : 1
  const count = Math.min(most, Math.floor(unitRows.length / SMALLEST_PART))
  if (count < 2) return [unitRows]
  const begin = (part: number) => Math.round((part * unitRows.length) / count)
  return Array.from({ length: count }, (_, part) => unitRows.slice(begin(part), begin(part + 1)))
}
