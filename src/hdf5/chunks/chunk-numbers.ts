import type { IndexSource } from './index-source.ts'

/**
 * Number of the chunk that begins at an entry, in order of the places of chunks.
 *
 * @returns null: none begins there; -1: it lies beyond the end of the dataset
 */
export function numberOfChunk(
  { grid, chunk }: IndexSource,
  offsets: readonly number[],
): number | null {
  const scaled = offsets.map((offset, dimension) => offset / chunk[dimension])
  return scaled.every(Number.isInteger) ? numberAt(grid, scaled) : null
}

/** The same of a chunk by its place along each dimension. */
export function numberAt(grid: readonly number[], scaled: readonly number[]): number {
  let number = 0
  for (const [dimension, length] of grid.entries()) {
    const place = scaled[dimension]
    if (place >= length) return -1
    number = number * length + place
  }
  return number
}

/** Position of a chunk in an array of all chunks that there may be. */
export function positionOfChunk(source: IndexSource, number: number): number {
  const places = placesOf(source.grid, number)
  let position = 0
  for (const dimension of arrayOrder(source)) {
    const length = source.largestGrid[dimension]
    // The first may be without end: nothing is multiplied with it.
    position = (position === 0 ? 0 : position * length) + places[dimension]
  }
  return position
}

/** The chunk at a position of such an array; -1: it lies beyond the end of the dataset. */
export function chunkAtPosition(source: IndexSource, position: number): number {
  if (source.grid.length === 1) return position < source.grid[0] ? position : -1
  const places = new Array<number>(source.grid.length).fill(0)
  let rest = position
  const [first, ...others] = arrayOrder(source) as [number, ...number[]]
  for (const dimension of others.reverse()) {
    const length = source.largestGrid[dimension]
    places[dimension] = rest % length
    rest = Math.floor(rest / length)
  }
  places[first] = rest
  return numberAt(source.grid, places)
}

/** Dimensions from the slowest to the fastest: the one without end comes first. */
function arrayOrder({ largestGrid }: IndexSource): number[] {
  const all = largestGrid.map((_, dimension) => dimension)
  const endless = largestGrid.indexOf(Number.POSITIVE_INFINITY)
  return endless < 0 ? all : [endless, ...all.filter((dimension) => dimension !== endless)]
}

function placesOf(grid: readonly number[], number: number): number[] {
  const places = new Array<number>(grid.length).fill(0)
  let rest = number
  for (let dimension = grid.length - 1; dimension >= 0; dimension--) {
    const length = grid[dimension]
    places[dimension] = rest % length
    rest = Math.floor(rest / length)
  }
  return places
}
