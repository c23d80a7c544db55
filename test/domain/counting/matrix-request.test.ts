import { expect, test } from 'vitest'
import { windowBins } from '../../../src/domain/counting/matrix-request.ts'
import { RecordingError } from '../../../src/errors.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const tables = memoryTables({
  units: [],
  epochs: [
    { stimulusName: 'gabors', block: 0, startTime: 100, stopTime: 150 },
    { stimulusName: 'flashes', block: 1, startTime: 200, stopTime: 250 },
  ],
})
const epochsFault = {
  code: 'UNSUPPORTED_LAYOUT',
  fileName: 'a.nwb',
  detail: 'no interval table has a start_time',
} as const

test('a window lies around the start of its epoch', () => {
  const window = { epochIndex: 1, before: 10, after: 20, binSize: 0.5 }
  expect(windowBins(tables, window)).toEqual({ start: 190, stop: 220, size: 0.5, count: 60 })
})

test('a window of any time needs no epochs, one around an epoch does', () => {
  const unreadable = { ...tables, epochs: [], epochsFault }
  expect(windowBins(unreadable, { start: 5, stop: 6, binSize: 0.25 })).toEqual({
    start: 5,
    stop: 6,
    size: 0.25,
    count: 4,
  })
  const window = { epochIndex: 0, before: 0, after: 1, binSize: 0.5 }
  expect(() => windowBins(unreadable, window)).toThrow(RecordingError)
  expect(() => windowBins(unreadable, window)).toThrow(epochsFault.detail)
})
