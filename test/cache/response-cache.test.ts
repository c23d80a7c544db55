import { describe, expect, test } from 'vitest'
import { ResponseCache } from '../../src/cache/response-cache.ts'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import type { CountMatrix } from '../../src/domain/counting/count-matrix.ts'
import type { MatrixRequest } from '../../src/sessions/unit-requests.ts'

/** A matrix of one bin, whose cells tell which units were asked. */
const countUnits = ({ unitRows }: MatrixRequest): CountMatrix => ({
  binCount: 1,
  unitCount: unitRows.length,
  counts: Uint8Array.from(unitRows),
})

const request = (unitRows: number[], stopTime = 1): MatrixRequest => ({
  bins: cutIntoBins({ startTime: 0, stopTime }, 1),
  unitRows: Uint32Array.from(unitRows),
})

/** A cache, and what it had to have counted. */
function watched(maxBytes: number) {
  const cache = new ResponseCache(maxBytes)
  const counted: number[][] = []
  const sendQuery = async (file: string, ...requests: MatrixRequest[]) => {
    const matrices = await cache.read('countSpikes', file, requests, async (missing) => {
      if (missing.length > 0) counted.push(missing.map(({ unitRows }) => unitRows[0] ?? -1))
      return missing.map(countUnits)
    })
    return matrices.map(({ counts }) => [...counts])
  }
  return { cache, counted, sendQuery }
}

describe('ResponseCache', () => {
  test('has only those counted that it does not keep, and answers in the order asked', async () => {
    const { counted, sendQuery, cache } = watched(10_000)
    expect(await sendQuery('file', request([1]), request([2]))).toEqual([[1], [2]])
    expect(await sendQuery('file', request([3]), request([2]), request([4]))).toEqual([
      [3],
      [2],
      [4],
    ])
    expect(counted).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(cache.statistics).toMatchObject({ entries: 4, hits: 1, misses: 4 })
  })

  test('says for how many others it has found the responses', async () => {
    const { cache, sendQuery } = watched(10_000)
    await sendQuery('file', request([1]), request([2]))
    const foundCounts: number[] = []
    const all = [request([1]), request([2]), request([3])]
    await cache.read('countSpikes', 'file', all, async (missing, foundCount) => {
      foundCounts.push(foundCount)
      return missing.map(countUnits)
    })
    await new ResponseCache(0).read('countSpikes', 'file', all, async (missing, foundCount) => {
      foundCounts.push(foundCount)
      return missing.map(countUnits)
    })
    expect(foundCounts).toEqual([2, 0])
  })

  test('tells apart files, bins, units and their order', async () => {
    const { counted, sendQuery } = watched(10_000)
    await sendQuery('file', request([1, 2]))
    await sendQuery('changed file', request([1, 2]))
    await sendQuery('file', request([1, 2], 2))
    expect(await sendQuery('file', request([2, 1]))).toEqual([[2, 1]])
    await sendQuery('file', request([1]))
    expect(counted).toHaveLength(5)
  })

  test('keeps those used last, up to its size', async () => {
    const { cache, counted, sendQuery } = watched(1000)
    await sendQuery('file', request([1]))
    await sendQuery('file', request([2]))
    await sendQuery('file', request([1]))
    await sendQuery('file', request([3]))
    expect(cache.statistics).toMatchObject({ entries: 2, bytes: 802 })
    await sendQuery('file', request([1]), request([2]))
    expect(counted).toEqual([[1], [2], [3], [2]])
  })

  test('does not keep what is larger than itself, nor drops the rest for it', async () => {
    const { cache, sendQuery } = watched(1000)
    await sendQuery('file', request([1]))
    await sendQuery('file', request(Array.from({ length: 601 }, (_, row) => row)))
    expect(cache.statistics.entries).toBe(1)
  })

  test('keeps nothing where it has no room', async () => {
    const { cache, counted, sendQuery } = watched(0)
    await sendQuery('file', request([1]))
    expect(await sendQuery('file', request([1]))).toEqual([[1]])
    expect(counted).toEqual([[1], [1]])
    expect(cache.statistics).toEqual({ entries: 0, bytes: 0, hits: 0, misses: 0 })
  })

  test('has what two ask for at once counted once', async () => {
    const { counted, sendQuery } = watched(10_000)
    const both = [
      sendQuery('file', request([1]), request([2])),
      sendQuery('file', request([2]), request([3])),
    ]
    expect(await Promise.all(both)).toEqual([
      [[1], [2]],
      [[2], [3]],
    ])
    expect(counted).toEqual([[1, 2], [3]])
  })

  test('counts after all what was begun for someone else, who gave up', async () => {
    const cache = new ResponseCache(10_000)
    let giveUp = () => {}
    const first = cache.read(
      'countSpikes',
      'file',
      [request([1])],
      () =>
        new Promise((_, reject) => {
          giveUp = () => reject(new Error('given up'))
        }),
    )
    const second = cache.read(
      'countSpikes',
      'file',
      [request([2]), request([1])],
      async (missing) => missing.map(countUnits),
    )
    giveUp()
    await expect(first).rejects.toThrow('given up')
    expect((await second).map(({ counts }) => counts[0])).toEqual([2, 1])
  })

  test('fails at once, also while it waits for someone else', async () => {
    const cache = new ResponseCache(10_000)
    cache.read('countSpikes', 'file', [request([1])], () => new Promise(() => {}))
    const failing = cache.read('countSpikes', 'file', [request([1]), request([2])], async () => {
      throw new Error('damaged')
    })
    await expect(failing).rejects.toThrow('damaged')
  })

  test('keeps nothing of what failed', async () => {
    const cache = new ResponseCache(1000)
    const fail = () => Promise.reject(new Error('damaged'))
    await expect(cache.read('countSpikes', 'file', [request([1])], fail)).rejects.toThrow('damaged')
    expect(cache.statistics.entries).toBe(0)
  })
})
