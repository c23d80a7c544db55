import { describe, expect, test } from 'vitest'
import {
  largestOf,
  voltageUnit,
  waveformRows,
} from '../../../../web/src/unit/waveform/waveform-rows.ts'

const place = (channelId: string, verticalPosition: number | null, horizontalPosition = 0) => ({
  channelId,
  verticalPosition,
  horizontalPosition,
})

describe('the channels of a waveform that are drawn', () => {
  test('go from the surface down, each with its samples, the peak marked', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6)
    const places = [place('a', 20), place('b', 60), place('c', 40)]
    expect(waveformRows(['a', 'b', 'c'], values, places, 'c')).toEqual([
      { channelId: 'b', height: 60, isPeak: false, values: Float64Array.of(3, 4) },
      { channelId: 'c', height: 40, isPeak: true, values: Float64Array.of(5, 6) },
      { channelId: 'a', height: 20, isPeak: false, values: Float64Array.of(1, 2) },
    ])
  })

  test('are the sixteen nearest to the peak, on either side', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `c${i}`)
    const places = ids.map((id, i) => place(id, 20 * i))
    const rows = waveformRows(ids, new Float64Array(40), places, 'c30')
    expect(rows).toHaveLength(16)
    expect(rows.map(({ channelId }) => channelId)).toContain('c30')
    expect(rows[0]?.channelId).toBe('c37')
    expect(rows.at(-1)?.channelId).toBe('c22')
  })

  test('leave out rows of channels that the file does not have', () => {
    const rows = waveformRows([null, 'a'], Float64Array.of(1, 2), [place('a', null)], 'a')
    expect(rows).toEqual([
      { channelId: 'a', height: null, isPeak: true, values: Float64Array.of(2) },
    ])
    expect(waveformRows([], new Float64Array(0), [], null)).toEqual([])
  })
})

test('voltages are µV unless they are too small for that', () => {
  expect(voltageUnit(Float64Array.of(-94.1, 20))).toBe('µV')
  expect(voltageUnit(Float64Array.of(-94.1e-6, 20e-6))).toBe('V')
  expect(largestOf(Float64Array.of(-94.1, 20))).toBe(94.1)
})
