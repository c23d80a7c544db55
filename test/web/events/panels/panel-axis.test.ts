import { describe, expect, test } from 'vitest'
import {
  binMiddles,
  momentText,
  timePanelAxis,
  tuningPanelAxis,
} from '../../../../web/src/events/panels/panel-axis.ts'
import { rangeOfLines } from '../../../../web/src/events/panels/panel-line.ts'

describe('the axis that small plots share', () => {
  test('has the middles of bins at their times, and the stimulus', () => {
    const times = binMiddles(4, 1, 0.5)
    expect([...times]).toEqual([-0.75, -0.25, 0.25, 0.75])
    const axis = timePanelAxis(times, { start: -1, stop: 1 }, 0.5)
    expect(axis.places).toEqual([0.125, 0.375, 0.625, 0.875])
    expect(axis.shaded).toEqual([0.5, 0.75])
    expect(axis.ticks(200)).toEqual([
      { value: 0, label: '−1' },
      { value: 0.5, label: '0' },
      { value: 1, label: '1' },
    ])
    expect(momentText(-0.75)).toBe('−0.750 s')
  })

  test('shows the part that is zoomed into', () => {
    const axis = timePanelAxis(Float64Array.of(0.25, 0.75), { start: 0, stop: 0.5 }, null)
    expect(axis.places).toEqual([0.5, 1.5])
    expect(axis.shaded).toEqual([0, 0])
  })

  test('has numbers to scale, and labels only where there is room', () => {
    const axis = tuningPanelAxis('temporal_frequency', 'temporal frequency (Hz)', [1, 2, 5])
    expect(axis.places.map((place) => place.toFixed(2))).toEqual(['0.06', '0.28', '0.94'])
    expect(axis.ticks(400).map(({ label }) => label)).toEqual(['1', '2', '5'])
    expect(axis.ticks(100).map(({ label }) => label)).toEqual(['1', '5'])
    expect(axis.isLine).toBe(true)
  })

  test('has names in even steps, which no line joins', () => {
    const axis = tuningPanelAxis('color', 'color', [-1, 1])
    expect(axis.ticks(200).map(({ label }) => label)).toEqual(['black', 'white'])
    expect(axis.isLine).toBe(false)
  })
})

test('the range has all values with their errors, 0, and some margin', () => {
  const line = { label: 'Rate', colour: '', values: [2, null, 9], errors: [1, null, 1] }
  expect(rangeOfLines([line])).toEqual([0, 10.5])
  expect(rangeOfLines([{ ...line, values: [-10, 0, 10], errors: null }])).toEqual([-11, 11])
  expect(rangeOfLines([{ ...line, values: [0, 0, 0], errors: null }])).toEqual([0, 1])
})
