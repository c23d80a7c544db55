import { describe, expect, test } from 'vitest'
import { splitAligned } from '../../../src/sessions/splitting/split-aligned.ts'
import { splitOneRequest } from '../../../src/sessions/splitting/split-one-request.ts'

const request = (count: number) => ({
  unitRows: Uint32Array.from({ length: count }, (_, i) => i),
  name: 'r',
})
const split = splitOneRequest<ReturnType<typeof request>, number[]>((responses) => responses.flat())

describe('a batch of one request', () => {
  test('is divided by its units, which follow each other', async () => {
    const { parts, join } = split([request(1000)], 4)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.every((part) => part.length === 1 && part[0]?.name === 'r')).toBe(true)
    const responses = parts.map((part) => part.map(({ unitRows }) => [...unitRows]))
    expect(await join(responses)).toEqual([[...request(1000).unitRows]])
  })
})

test('several requests stay together, as do none', async () => {
  const two = [request(1000), request(500)]
  const { parts, join } = split(two, 4)
  expect(parts).toEqual([two])
  expect(await join([[[1], [2]]])).toEqual([[1], [2]])
  expect(split([], 4).parts).toEqual([[]])
  const aligned = splitAligned(two as never, 4)
  expect(aligned.parts).toEqual([two])
  expect(await aligned.join([[1, 2]] as never)).toEqual([1, 2])
  expect(splitAligned([], 4).parts).toEqual([[]])
})
