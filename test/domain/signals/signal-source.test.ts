import { describe, expect, test } from 'vitest'
import {
  assertColumn,
  isSignalName,
  signalSource,
} from '../../../src/domain/signals/signal-source.ts'

describe('where a signal comes from', () => {
  test('of a pupil is the area of an ellipse with two axes', () => {
    expect(signalSource({ name: 'pupilArea' })).toEqual({
      series: { name: 'eyeTracking', probeId: null },
      columns: ['pupilWidth', 'pupilHeight'],
      channel: null,
      factor: Math.PI / 4,
      unit: 'px²',
    })
  })

  test.each([
    ['runningSpeed', 'runningSpeed', 'velocity', 'cm/s'],
    ['pupilWidth', 'eyeTracking', 'pupilWidth', 'px'],
    ['filteredPupilArea', 'filteredGaze', 'pupilArea', 'px²'],
    ['gazeX', 'rawGaze', 'screenX', 'cm'],
    ['gazeY', 'rawGaze', 'screenY', 'cm'],
    ['filteredGazeX', 'filteredGaze', 'screenX', 'cm'],
    ['filteredGazeY', 'filteredGaze', 'screenY', 'cm'],
  ] as const)('of %s is a column as it is stored', (name, series, column, unit) => {
    expect(signalSource({ name })).toEqual({
      series: { name: series, probeId: null },
      columns: [column],
      channel: null,
      factor: 1,
      unit,
    })
  })

  test('of a path is one of the columns of that series, in whatever unit', () => {
    expect(signalSource({ path: '/acquisition/lick', column: 2 })).toEqual({
      series: { name: 'stored', probeId: null, path: '/acquisition/lick' },
      columns: ['values'],
      channel: 2,
      factor: 1,
      unit: null,
    })
  })

  test('is known of the signals alone', () => {
    expect(['gazeX', 'gazeZ', 'toString'].map(isSignalName)).toEqual([true, false, false])
  })
})

test('columns are counted from 0', () => {
  for (const column of [0, 2]) expect(() => assertColumn('/a', column, 3)).not.toThrow()
  for (const column of [-1, 3]) {
    expect(() => assertColumn('/a', column, 3)).toThrow('/a has the columns 0 to 2.')
  }
  expect(() => assertColumn('/a', 1, 1)).toThrow('column is 1; /a has only column 0.')
})
