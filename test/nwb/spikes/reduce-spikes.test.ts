import { expect, test } from 'vitest'
import type { SpikeCollector } from '../../../src/domain/counting/spike-collector.ts'
import { reduceSpikes } from '../../../src/nwb/spikes/reduce-spikes.ts'
import { unitSpikes } from '../../support/memory/memory-spikes.ts'

interface Request {
  readonly unitRows: Uint32Array
  readonly spans: readonly { readonly startTime: number; readonly stopTime: number }[] | null
}

/** Lists what it is given: the column, and the spikes. */
class Listing implements SpikeCollector<[number, number[]][]> {
  readonly #listed: [number, number[]][] = []

  add(column: number, spikeTimes: Float64Array): void {
    this.#listed.push([column, [...spikeTimes]])
  }

  finish() {
    return this.#listed
  }
}

const listing = {
  spansOf: ({ spans }: Request) => spans,
  collect: (requests: readonly Request[]) => requests.map(() => new Listing()),
}

const never = () => false
const all = (...rows: number[]): Request => ({ unitRows: Uint32Array.from(rows), spans: null })

test('each unit is read once, in file order, for every column that it is', () => {
  const { source, reader } = unitSpikes([
    Float64Array.of(1, 2),
    Float64Array.of(3),
    Float64Array.of(4, 5, 6),
  ])
  expect(reduceSpikes(reader, [all(2, 0), all(0, 0)], listing, never)).toEqual([
    [
      [1, [1, 2]],
      [0, [4, 5, 6]],
    ],
    [
      [0, [1, 2]],
      [1, [1, 2]],
    ],
  ])
  expect(source.entriesRead).toBeLessThanOrEqual(6)
})

test('a unit without spikes is handed over, too', () => {
  const { reader } = unitSpikes([new Float64Array(0)])
  expect(reduceSpikes(reader, [all(0)], listing, never)).toEqual([[[0, []]]])
})

test('of a large unit only what is wanted is read, and all of it where one request wants all', () => {
  const spikes = Float64Array.from({ length: 1_000_000 }, (_, i) => i)
  const spans = [{ startTime: 10, stopTime: 12 }]
  const { source, reader } = unitSpikes([spikes])
  const some = { unitRows: Uint32Array.of(0), spans }
  const [[[, [first]]]] = reduceSpikes(reader, [some], listing, never)
  expect(first).toBeLessThanOrEqual(10)
  expect(source.entriesRead).toBeLessThan(100_000)
  const [[[, listed]]] = reduceSpikes(reader, [some, all(0)], listing, never)
  expect(listed).toHaveLength(1_000_000)
})

test('no request reads nothing; one that is cancelled stops', () => {
  const { source, reader } = unitSpikes([Float64Array.of(1)])
  expect(reduceSpikes(reader, [], listing, never)).toEqual([])
  expect(source.entriesRead).toBe(0)
  expect(() => reduceSpikes(reader, [all(0)], listing, () => true)).toThrow(
    'The request was cancelled',
  )
})
