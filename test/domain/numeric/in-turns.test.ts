import { expect, test } from 'vitest'
import { inTurns } from '../../../src/domain/numeric/in-turns.ts'

const million = 2 ** 20

test.each([
  [0, 1, []],
  [3, 0, [[0, 3]]],
  [
    2 * million,
    1,
    [
      [0, million],
      [million, 2 * million],
    ],
  ],
  [
    5,
    million / 2,
    [
      [0, 2],
      [2, 4],
      [4, 5],
    ],
  ],
  [
    2,
    0.75 * million,
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    2,
    3 * million,
    [
      [0, 1],
      [1, 2],
    ],
  ],
])('%s rows of %s cells are worked on a million cells at a time', async (rows, width, ranges) => {
  const worked: number[][] = []
  await inTurns(rows, width, (from, to) => worked.push([from, to]))
  expect(worked).toEqual(ranges)
})

test('others get their turn in between', async () => {
  const order: string[] = []
  setImmediate(() => order.push('other'))
  await inTurns(2, million, (from) => order.push(`row ${from}`))
  expect(order).toEqual(['row 0', 'other', 'row 1'])
})
