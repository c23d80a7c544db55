import { tableFromIPC } from '@uwdata/flechette'
import { expect, test } from 'vitest'
import { matrixArrow } from '../../../src/formats/matrices/matrix-arrow.ts'
import { bytesOf } from '../../../src/formats/numpy/dtype.ts'

const labels = {
  sessionId: '1',
  fileVersion: 'f00',
  area: null,
  start: 0.5,
  stop: 100,
  binSize: 0.25,
  epoch: { index: 2, stimulusName: 'gabors', block: 1, startTime: 10.5, stopTime: 20 },
}

test('turns rows into columns, also of a matrix that takes several turns', async () => {
  const binCount = 700_001
  const counts = Uint16Array.from({ length: 3 * binCount }, (_, cell) => cell % 60_000)
  const parts = await matrixArrow({
    matrix: { binCount, unitCount: 3, counts },
    unitIds: Float64Array.of(7, 5, 6),
    labels,
  })
  const table = tableFromIPC(Buffer.concat(parts))
  expect(table.names).toEqual(['bin_start', '7', '5', '6'])
  const [starts, ...units] = table.children.map((column) => column.toArray())
  expect([starts?.[0], starts?.[binCount - 1]]).toEqual([0.5, 0.5 + 700_000 * 0.25])
  for (const [unit, column] of units.entries()) {
    const expected = Uint16Array.from({ length: binCount }, (_, bin) => (3 * bin + unit) % 60_000)
    expect(column).toBeInstanceOf(Uint16Array)
    // Entry by entry, toEqual would take seconds.
    expect(Buffer.compare(bytesOf(column as Uint16Array), bytesOf(expected))).toBe(0)
  }
})

test('keeps what the matrix is, and the widest counts', async () => {
  const parts = await matrixArrow({
    matrix: { binCount: 1, unitCount: 1, counts: Uint32Array.of(4_000_000_000) },
    unitIds: Float64Array.of(7),
    labels,
  })
  const table = tableFromIPC(Buffer.concat(parts))
  expect(table.getChild('7').toArray()).toEqual(Uint32Array.of(4_000_000_000))
  expect(Object.fromEntries(table.schema.metadata ?? [])).toEqual({
    start: '0.5',
    stop: '100',
    bin_size: '0.25',
    area: '',
    session_id: '1',
    file_version: 'f00',
    epoch_index: '2',
    epoch_stimulus_name: 'gabors',
    epoch_start_time: '10.5',
  })
})
