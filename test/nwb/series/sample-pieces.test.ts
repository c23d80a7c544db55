import { expect, test } from 'vitest'
import { pickRows, piecesOf } from '../../../src/nwb/series/sample-pieces.ts'

const run = (from: number, count: number) => ({ from, count })
/** Values that are read at a time, and those of a chunk that is read in parts. */
const PIECE = 2 ** 18
const LARGEST = 2 ** 21

test('a piece holds as many chunks as fit, and ends where they do', () => {
  // Chunks of 2^17 values: two are a piece.
  expect(piecesOf([run(0, 3 * 2 ** 17)], 2 ** 17, 1)).toEqual([
    { ...run(0, PIECE), runs: [run(0, PIECE)] },
    { ...run(PIECE, 2 ** 17), runs: [run(PIECE, 2 ** 17)] },
  ])
  // Of 100,000 values: still two.
  expect(piecesOf([run(150_000, 100_000)], 100_000, 1)).toEqual([
    { ...run(150_000, 50_000), runs: [run(150_000, 50_000)] },
    { ...run(200_000, 50_000), runs: [run(200_000, 50_000)] },
  ])
})

test('a piece of several channels has fewer rows', () => {
  expect(piecesOf([run(0, 3)], 1, PIECE)).toHaveLength(3)
  expect(piecesOf([run(0, 4)], 1, PIECE / 2)).toHaveLength(2)
})

test('a chunk that is too large is read in parts', () => {
  expect(piecesOf([run(0, 2 * LARGEST)], 4 * LARGEST, 1)).toHaveLength(2)
  expect(piecesOf([run(0, LARGEST)], 4 * LARGEST, 2)).toHaveLength(2)
  expect(piecesOf([run(0, 2)], 1, 2 * LARGEST)).toHaveLength(2)
})

test('runs of one piece are read together, and picked from it', () => {
  const [piece, ...others] = piecesOf([run(2, 2), run(5, 1), run(9, 1)], 10, 2)
  expect(others).toEqual([])
  expect(piece).toEqual({ ...run(2, 8), runs: [run(2, 2), run(5, 1), run(9, 1)] })
  const rows = Float64Array.from({ length: 16 }, (_, i) => 20 + i)
  // Two values each of the rows 2, 3, 5 and 9, which are the first, second, fourth and eighth.
  expect([...pickRows(rows, piece)]).toEqual([20, 21, 22, 23, 26, 27, 34, 35])
  expect(pickRows(rows, { ...run(2, 8), runs: [run(2, 8)] })).toBe(rows)
})

test('runs in two pieces stay apart', () => {
  expect(piecesOf([run(PIECE - 1, 1), run(PIECE, 1)], 1, 1)).toHaveLength(2)
  expect(piecesOf([], 1, 1)).toEqual([])
})
