import { describe, expect, test } from 'vitest'
import type { Alignment } from '../../../src/domain/alignment/alignment.ts'
import { AlignedKernel } from '../../../src/domain/alignment/count-aligned.ts'

const startTimes = Float64Array.of(0, 10, 20)
const inBins = { kind: 'edges', startTimes, edges: Float64Array.of(0, 1, 8) } as const
const alignments: readonly [string, Alignment][] = [
  ['numpy', { ...inBins, edgeRule: 'numpy' }],
  ['halfOpen', { ...inBins, edgeRule: 'halfOpen' }],
  ['allenSdk', { ...inBins, edgeRule: 'allenSdk' }],
  ['whole presentations', { kind: 'whole', startTimes, stopTimes: Float64Array.of(8, 18, 28) }],
]
/** 1 spike, 2 and 4 around the presentations, half a second after their starts. */
const spikes = Float64Array.of(0.5, 10.5, 10.5, 20.5, 20.5, 20.5, 20.5)
const none = new Array<number>(4).fill(0)

describe.each(alignments)('by the rule %s', (_, alignment) => {
  const kernel = new AlignedKernel(alignment)

  test('the cell of a presentation and bin lies where the target says', () => {
    const cells = new Uint8Array(16)
    const target = { cells, offset: 1, presentationStride: 5, stride: 2, full: 255 }
    expect(kernel.count(spikes, target)).toBe(true)
    expect([...cells]).toEqual([0, 1, ...none, 2, ...none, 4, ...none])
  })

  test('only the requested presentations are counted', () => {
    const cells = new Uint8Array(6)
    const target = { cells, offset: 0, presentationStride: 2, stride: 1, full: 255 }
    expect(kernel.count(spikes, target, 1, 2)).toBe(true)
    expect([...cells]).toEqual([0, 0, 2, 0, 0, 0])
  })

  test.each([
    [4, true],
    [3, false],
  ])('a cell that holds %d has room for four spikes: %s', (full, fits) => {
    const target = { cells: new Uint8Array(6), offset: 0, presentationStride: 2, stride: 1, full }
    expect(kernel.count(spikes, target)).toBe(fits)
  })
})

test('a second bin lies a stride further', () => {
  const cells = new Uint8Array(12)
  const target = { cells, offset: 0, presentationStride: 4, stride: 3, full: 255 }
  for (const edgeRule of ['numpy', 'allenSdk'] as const) {
    new AlignedKernel({ ...inBins, edgeRule }).count(Float64Array.of(12, 25), target)
  }
  expect([...cells]).toEqual([...none, 0, 0, 0, 2, 0, 0, 0, 2])
})

test("a spike on the last of the AllenSDK's edges is in the last bin, and in no cell after it", () => {
  const cells = new Uint8Array(6)
  const target = { cells, offset: 0, presentationStride: 2, stride: 1, full: 255 }
  new AlignedKernel({ ...inBins, edgeRule: 'allenSdk' }).count(Float64Array.of(8, 18), target)
  expect([...cells]).toEqual([0, 1, 0, 1, 0, 0])
})
