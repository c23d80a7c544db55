import { expect, test } from 'vitest'
import { FetchTally } from '../../../src/domain/session/fetch-tally.ts'

const nothing = { requests: 0, bytes: 0, waits: 0, retries: 0, cachedBytes: 0 }

test('counts each amount by its name, in memory that others may share', () => {
  const tally = new FetchTally()
  expect(tally.counts).toEqual(nothing)
  tally.add('bytes', 5)
  new FetchTally(tally.memory).add('bytes', 2 ** 40)
  tally.add('retries', 1)
  expect(tally.counts).toEqual({ ...nothing, bytes: 2 ** 40 + 5, retries: 1 })
  expect(tally.get('bytes')).toBe(2 ** 40 + 5)
})

test('charges bytes up to a limit, and nothing of what is beyond it', () => {
  const tally = new FetchTally()
  expect(tally.charge(60, 100)).toBe(true)
  expect(tally.charge(41, 100)).toBe(false)
  expect(tally.charge(40, 100)).toBe(true)
  expect(tally.charge(1, 100)).toBe(false)
  expect(tally.charge(1, 101)).toBe(true)
  expect(tally.counts).toEqual(nothing)
})
