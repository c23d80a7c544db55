import { expect, test } from 'vitest'
import { mapAtMost } from '../../../src/domain/numeric/map-at-most.ts'

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('gives results in order of the items, whichever comes first', async () => {
  const double = async (item: number) => {
    for (let i = 0; i < 5 - item; i++) await soon()
    return 2 * item
  }
  expect(await mapAtMost(2, [1, 2, 3, 4], double)).toEqual([2, 4, 6, 8])
})

test('works on no more items at once than told, and on that many', async () => {
  let underWay = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++underWay)
    await soon()
    underWay--
  }
  await mapAtMost(3, new Array(20).fill(0), work)
  expect(most).toBe(3)
})

test('takes fewer items than that, or none', async () => {
  expect(await mapAtMost(9, ['a'], async (item) => item)).toEqual(['a'])
  expect(await mapAtMost(9, [], async (item) => item)).toEqual([])
})

test('fails as soon as one item does', async () => {
  const work = async (item: number) => {
    if (item === 2) throw new Error('two')
    return item
  }
  await expect(mapAtMost(1, [1, 2, 3], work)).rejects.toThrow('two')
})
