import { describe, expect, test } from 'vitest'
import { readSignalRange, writeSignalRange } from '../../src/addresses/signal-range-field.ts'
import type { SignalRange } from '../../src/domain/signals/signal-range.ts'

const running: SignalRange = {
  of: { name: 'runningSpeed' },
  min: 1,
  max: null,
  before: 0,
  after: null,
  edgeRule: 'numpy',
}

const position: SignalRange = {
  of: { path: '/processing/behavior/x=1;y', column: 1 },
  min: null,
  max: -0.5,
  before: -0.25,
  after: 2,
  edgeRule: 'allenSdk',
}

describe('a signal range in an address', () => {
  test.each([
    ['runningSpeed;min=1', running],
    ['/a;min=1', { ...running, of: { path: '/a', column: 0 } }],
    ['gazeX', { ...running, of: { name: 'gazeX' }, min: null }],
    [
      '/processing/behavior/position;column=1;max=-0.5;before=-0.25;after=2;edgeRule=allenSdk',
      { ...position, of: { path: '/processing/behavior/position', column: 1 } },
    ],
  ] as const)('is %s', (text, range) => {
    expect(writeSignalRange(range)).toBe(text)
    expect(readSignalRange(text)).toEqual(range)
  })

  test('of a path that holds what parts ranges', () => {
    expect(readSignalRange(writeSignalRange(position))).toEqual(position)
  })

  test.each([
    ['speed;min=1', '"speed" is not a signal'],
    ['toString', '"toString" is not a signal'],
    ['runningSpeed;least=1', 'A signal range is'],
    ['runningSpeed;min=much', 'it must be a number'],
    ['runningSpeed;edgeRule=python', 'A signal range is'],
    ['', 'is not a signal'],
  ])('is refused as %s', (text, message) => {
    expect(() => readSignalRange(text)).toThrow(message)
  })
})
