import { expect, test } from 'vitest'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import type { DatasetRequest } from '../../../src/domain/counting/dataset.ts'
import { describeDataset } from '../../../src/exports/dataset/describe-dataset.ts'

const areas = [
  { acronym: 'VISp', isRecorded: true, unitRows: Uint32Array.of(3, 5) },
  { acronym: 'CA1', isRecorded: false, unitRows: new Uint32Array(0) },
]

/** Windows of so many seconds, in bins of 1 s. */
function linesOf(seconds: number[], span: DatasetRequest['span'] = null) {
  const epochs = seconds.map((stopTime, index) => ({
    epoch: { index, stimulusName: 'gabors', block: index, startTime: 0, stopTime },
    bins: cutIntoBins({ startTime: 0, stopTime }, 1),
  }))
  return describeDataset({ span } as DatasetRequest, { areas, epochs })
}

test('epochs that have as many bins, and the units of each area', () => {
  expect(linesOf([10, 10])).toEqual(['2 epochs, each 10 bins', 'Units: V1 2, CA1 not recorded'])
})

test('epochs of different lengths', () => {
  expect(linesOf([10, 20])[0]).toBe('2 epochs, each bins to its end')
})

test('a window that is no epoch', () => {
  expect(linesOf([1], { startTime: 0, stopTime: 1 })[0]).toBe('one window, 1 bin')
})
