import { describe, expect, test } from 'vitest'
import {
  chooseGrouping,
  chooseStimulus,
  groupings,
  parameterLabel,
  valueLabel,
} from '../../../../web/src/unit/responses/grouping.ts'

describe('what presentations are grouped by', () => {
  test('can be any parameter with several values, but not with hundreds', () => {
    const frames = Array.from({ length: 900 }, (_, frame) => frame)
    expect(
      groupings([
        { name: 'contrast', values: [0.8] },
        { name: 'frame', values: frames },
        { name: 'orientation', values: [0, 90] },
        { name: 'temporal_frequency', values: [1, 2, 4] },
      ]),
    ).toEqual(['orientation', 'temporal_frequency'])
  })

  test('is what the address names, else the orientation, else the first, else nothing', () => {
    const options = ['contrast', 'orientation', 'x_position']
    expect(chooseGrouping(options, 'x_position')).toBe('x_position')
    expect(chooseGrouping(options, 'all')).toBe('all')
    expect(chooseGrouping(options, 'color')).toBe('orientation')
    expect(chooseGrouping(['x_position', 'y_position'], null)).toBe('x_position')
    expect(chooseGrouping([], null)).toBe('all')
  })
})

test('the stimulus at first is the one whose responses say most', () => {
  const names = ['spontaneous', 'natural_scenes', 'flashes', 'drifting_gratings']
  expect(chooseStimulus(names, null)).toBe('drifting_gratings')
  expect(chooseStimulus(names, 'natural_scenes')).toBe('natural_scenes')
  expect(chooseStimulus(['spontaneous', 'trials'], null)).toBe('trials')
  expect(chooseStimulus(['spontaneous'], null)).toBe('spontaneous')
  expect(chooseStimulus([], null)).toBeNull()
})

test('values are written with their units', () => {
  expect(valueLabel('orientation', 45)).toBe('45°')
  expect(valueLabel('x_position', -40)).toBe('−40°')
  expect(valueLabel('temporal_frequency', 15)).toBe('15 Hz')
  expect(valueLabel('color', -1)).toBe('black')
  expect(valueLabel('frame', 12)).toBe('frame 12')
  expect(valueLabel('size', [20, 30])).toBe('size 20, 30')
  expect(valueLabel('trial_type', 'hit')).toBe('trial type hit')
  expect(parameterLabel('temporal_frequency')).toBe('temporal frequency (Hz)')
  expect(parameterLabel('trial_type')).toBe('trial type')
})
