import { describe, expect, test } from 'vitest'
import { type Bins, cutIntoBins } from '../../../src/domain/counting/bins.ts'
import { epochBins } from '../../../src/domain/counting/epoch-window.ts'
import { SpikeCounter } from '../../../src/domain/counting/spike-counter.ts'
import { adversarialCase, randomNumbers } from '../adversarial-spikes.ts'

function count(bins: Bins, ...units: readonly (readonly number[])[]) {
  const counter = new SpikeCounter(bins, units.length)
  units.forEach((spikes, column) => {
    counter.add(column, Float64Array.from(spikes))
  })
  return counter.finish()
}

/** Positions of the bins that hold a spike, each as often as it holds one. */
function binsOf(bins: Bins, spikes: readonly number[]): number[] {
  const { counts } = count(bins, spikes)
  return Array.from(counts).flatMap((spikesInBin, bin) => new Array<number>(spikesInBin).fill(bin))
}

const from = (start: number, stop: number, size: number) =>
  cutIntoBins({ startTime: start, stopTime: stop }, size)

/** The notebook's window around an epoch. */
const notebookWindow = (startTime: number) =>
  epochBins(
    { index: 0, stimulusName: 'gabors', block: 0, startTime, stopTime: startTime + 50 },
    { before: 10, after: 90, binSize: 0.1 },
  )

describe('edges', () => {
  test('counts a spike on an edge in the bin that starts there', () => {
    expect(binsOf(from(0, 3, 1), [0, 1, 2])).toEqual([0, 1, 2])
  })

  test('closes the last bin', () => {
    expect(binsOf(from(0, 3, 1), [2, 3])).toEqual([2, 2])
  })

  test('counts a spike just before an edge in the bin that ends there', () => {
    expect(binsOf(from(0, 3, 1), [0.9999999999999999, 1.9999999999999998])).toEqual([0, 1])
  })

  // Times k * 0.1 in float64; divided by 0.1, those of 43, 81, 86 and 91 are a rounding below k.
  test.each([
    [43, 4.3],
    [81, 8.1],
    [86, 8.6],
    [91, 9.1],
    [3, 0.30000000000000004],
    [6, 0.6000000000000001],
    [7, 0.7000000000000001],
    [12, 1.2000000000000002],
    [999, 99.9],
  ])('counts a spike on edge %d of tenths, %d s, in the bin that starts there', (bin, time) => {
    expect(binsOf(from(0, 100, 0.1), [time])).toEqual([bin])
  })

  // The next smaller number of each edge.
  test.each([
    [42, 4.299999999999999],
    [80, 8.099999999999998],
    // 3 * 0.1 is 0.30000000000000004: the decimal 0.3 lies before that edge
    [2, 0.3],
    [5, 0.6],
    [6, 0.7],
    [11, 1.2],
  ])('counts in bin %d of tenths what is just before its end, %d s', (bin, time) => {
    expect(binsOf(from(0, 100, 0.1), [time])).toEqual([bin])
  })

  // The difference is rounded first and then compared: 446.716 >= 434.016 + 12.7 holds, but
  // 446.716 - 434.016 is 12.699999999999989.
  test.each([
    [434.016, 446.716, 126],
    [3913.52, 3964.22, 506],
    [2725.672, 2729.872, 41],
    [4041.639, 4106.039, 643],
  ])('subtracts before it compares: from %d, a spike at %d s is in bin %d', (start, time, bin) => {
    expect(binsOf(from(start, start + 100, 0.1), [time])).toEqual([bin])
  })
})

describe('the ends of the window', () => {
  test('counts a spike at exactly its start and at exactly its stop', () => {
    expect(binsOf(from(10, 12, 1), [10, 12])).toEqual([0, 1])
  })

  test('ignores spikes outside', () => {
    expect(
      binsOf(from(10, 12, 1), [-5, 0, 9.999999999999998, 12.000000000000002, 13, 1e9]),
    ).toEqual([])
  })

  test('starts before the recording does', () => {
    const bins = notebookWindow(5)
    expect(bins).toEqual({ start: -5, stop: 95, size: 0.1, count: 1000 })
    expect(binsOf(bins, [0, 0.05, 95])).toEqual([50, 50, 999])
  })

  test('leaves a remainder uncounted where the bins do not divide the window', () => {
    const bins = from(0, 1, 0.3)
    expect(bins.count).toBe(3)
    // the last bin is closed at 3 * 0.3 = 0.8999999999999999
    expect(binsOf(bins, [0.85, 0.8999999999999999, 0.9, 0.95, 1])).toEqual([2, 2])
  })

  test('counts a last spike at the end of bins that divide the window but for a rounding', () => {
    const bins = from(0, 0.3, 0.1)
    expect(bins.count).toBe(3)
    expect(binsOf(bins, [0.3])).toEqual([2])
    // within the last edge, 0.30000000000000004, but behind the stop
    expect(binsOf(bins, [0.30000000000000004])).toEqual([])
  })

  test('drops a spike at exactly the stop whose difference exceeds 100 s by a rounding', () => {
    // 217.937 - 117.937 is 100.00000000000001; 1097.199 - 997.199 is 100.00000000000011
    const bins = notebookWindow(127.937)
    expect([bins.start, bins.stop, bins.count]).toEqual([117.937, 217.937, 1000])
    expect(binsOf(bins, [217.937])).toEqual([])
    expect(binsOf(bins, [217.93699999999998])).toEqual([999])
    expect(binsOf(notebookWindow(1007.199), [1097.199])).toEqual([])
  })

  test('keeps a spike at exactly the stop whose difference falls short of 100 s by a rounding', () => {
    // 152.426 - 52.426 is 99.99999999999999
    const bins = notebookWindow(62.426)
    expect([bins.start, bins.stop, bins.count]).toEqual([52.426, 152.426, 1000])
    expect(binsOf(bins, [152.426])).toEqual([999])
  })

  test('drops a spike behind the stop, even if its difference rounds to 100 s', () => {
    // 111.44500000000001 - 11.445 is 100
    const bins = notebookWindow(21.445)
    expect([bins.start, bins.stop]).toEqual([11.445, 111.445])
    expect(binsOf(bins, [111.445, 111.44500000000001])).toEqual([999])
  })
})

describe('counts', () => {
  test('puts each unit into its column, in whatever order they come', () => {
    const counter = new SpikeCounter(from(0, 2, 1), 3)
    counter.add(2, Float64Array.of(1.5))
    counter.add(0, Float64Array.of(0.5, 0.6))
    expect(counter.finish()).toEqual({
      binCount: 2,
      unitCount: 3,
      counts: Uint8Array.of(2, 0, 0, 0, 0, 1),
    })
  })

  test('adds up what is counted for one unit in parts', () => {
    const counter = new SpikeCounter(from(0, 2, 1), 1)
    counter.add(0, Float64Array.of(0.1, 0.2))
    counter.add(0, Float64Array.of(0.3, 1.5))
    expect(counter.finish().counts).toEqual(Uint8Array.of(3, 1))
  })

  test('counts spikes at the same time one by one', () => {
    expect(count(from(0, 2, 1), [1, 1, 1]).counts).toEqual(Uint8Array.of(0, 3))
  })

  test('counts nothing for a unit that never fired', () => {
    expect(count(from(0, 2, 1), [], [0.5]).counts).toEqual(Uint8Array.of(0, 1, 0, 0))
  })

  test('is a matrix without cells when there are no units', () => {
    expect(count(from(0, 2, 1))).toEqual({ binCount: 2, unitCount: 0, counts: new Uint8Array(0) })
  })
})

describe('the width of a cell', () => {
  /** So many spikes in the second of two bins, and one in the first, of the second of two units. */
  const counted = (spikes: number) =>
    count(from(0, 2, 1), [], [0.5, ...new Array<number>(spikes).fill(1.5)]).counts

  test('is one byte up to 255', () => {
    expect(counted(255)).toEqual(Uint8Array.of(0, 1, 0, 255))
  })

  test('is two bytes from 256 on', () => {
    expect(counted(256)).toEqual(Uint16Array.of(0, 1, 0, 256))
    expect(counted(65_535)).toEqual(Uint16Array.of(0, 1, 0, 65_535))
  })

  test('is four bytes from 65536 on', () => {
    expect(counted(65_536)).toEqual(Uint32Array.of(0, 1, 0, 65_536))
    expect(counted(65_537)).toEqual(Uint32Array.of(0, 1, 0, 65_537))
  })

  test('grows without losing the units before, nor the spikes behind', () => {
    const many = [...new Array<number>(300).fill(0.5), 1.5, 1.6]
    expect(count(from(0, 2, 1), [0.5, 1.5, 1.7], many, [1.9]).counts).toEqual(
      Uint16Array.of(1, 300, 0, 2, 2, 1),
    )
  })
})

test('counts as a comparison of each spike with each edge does', () => {
  const random = randomNumbers(20_190_103)
  for (let round = 0; round < 2000; round++) {
    const { bins, spikes } = adversarialCase(random)
    const expected = compareWithEachEdge(bins, spikes)
    expect(Array.from(count(bins, spikes).counts), JSON.stringify({ bins, spikes })).toEqual(
      expected,
    )
  }
})

function compareWithEachEdge({ start, stop, size, count }: Bins, spikes: readonly number[]) {
  return Array.from({ length: count }, (_, bin) => {
    const isLast = bin === count - 1
    return spikes.filter((spike) => {
      const time = spike - start
      const isBeforeEnd = isLast ? time <= count * size : time < (bin + 1) * size
      return start <= spike && spike <= stop && bin * size <= time && isBeforeEnd
    }).length
  })
}
