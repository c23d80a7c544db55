import { expect, test } from 'vitest'
import {
  correlogramKey,
  matrixKey,
  spikesKey,
  trainKey,
  waveformKey,
} from '../../src/sessions/request-keys.ts'

const bins = { start: 0, stop: 2, size: 1, count: 2 }
const rows = (...values: number[]) => Uint32Array.from(values)

/** Whether requests have the same key, and all others have keys of their own. */
function expectApart<Request>(
  keyOf: (request: Request) => string,
  [first, same]: readonly [Request, Request],
  ...others: readonly Request[]
) {
  expect(keyOf(same)).toBe(keyOf(first))
  const keys = [first, ...others].map(keyOf)
  expect(new Set(keys).size).toBe(keys.length)
}

test('matrices are equal by bins and units', () => {
  const request = { bins, unitRows: rows(1, 2) }
  expectApart(
    matrixKey as (request: object) => string,
    [request, { bins: { ...bins }, unitRows: rows(1, 2) }],
    { ...request, unitRows: rows(2, 1) },
    ...[{ start: 1 }, { stop: 3 }, { size: 2 }, { count: 1 }].map((other) => ({
      ...request,
      bins: { ...bins, ...other },
    })),
  )
})

test('spikes are equal by unit and span, waveforms by unit and channels', () => {
  const span = { startTime: 0, stopTime: 1 }
  expectApart(
    spikesKey,
    [
      { unitRow: 1, span },
      { unitRow: 1, span: { ...span } },
    ],
    { unitRow: 2, span },
    { unitRow: 1, span: { ...span, startTime: -1 } },
    { unitRow: 1, span: { ...span, stopTime: 2 } },
  )
  expectApart(
    waveformKey,
    [
      { unitRow: 1, rows: rows(1, 2) },
      { unitRow: 1, rows: rows(1, 2) },
    ],
    { unitRow: 2, rows: rows(1, 2) },
    { unitRow: 1, rows: rows(12) },
  )
})

test('trains are equal by all but what was observed', () => {
  const request = { kind: 'k', unitRows: rows(1), rows: [[0, 1]], edges: Float64Array.of(0, 1) }
  expectApart(
    trainKey as never as (request: object) => string,
    [request, { ...request, observation: { stretches: [] }, rows: [[0, 1]] }],
    { ...request, kind: 'l' },
    { ...request, rows: [[0, 2]] },
    { ...request, unitRows: rows(2) },
    { ...request, edges: Float64Array.of(0, 2) },
  )
})

test('correlograms are equal by units, intervals and the rest', () => {
  const request = { unitRows: rows(1), intervals: [{ startTime: 0 }], lags: Int32Array.of(1, 2) }
  expectApart(
    correlogramKey as never as (request: object) => string,
    [request, { ...request, intervals: [{ startTime: 0 }], lags: Int32Array.of(1, 2) }],
    { ...request, intervals: [{ startTime: 1 }] },
    { ...request, unitRows: rows(2) },
    { ...request, lags: Int32Array.of(1, 3) },
  )
})
