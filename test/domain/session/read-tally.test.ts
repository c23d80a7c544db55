import { expect, test } from 'vitest'
import { ReadTally } from '../../../src/domain/session/read-tally.ts'

test('counts what was read, and what was kept from before', () => {
  const tally = new ReadTally()
  expect(tally.counts).toEqual({ bytesRead: 0, responses: 0, cachedResponses: 0 })
  tally.addBytes(10)
  tally.addBytes(5)
  tally.addResponses(3, 1)
  tally.addResponses(2, 2)
  expect(tally.counts).toEqual({ bytesRead: 15, responses: 5, cachedResponses: 3 })
})
