import { describe, expect, test } from 'vitest'
import { stretchesOf } from '../../../../src/domain/analyses/correlograms/time-stretches.ts'

const always = { startTime: -Infinity, stopTime: Infinity }

describe('stretchesOf', () => {
  test('leaves few spikes together, and has no stretch without spikes', () => {
    const trains = [Float64Array.of(1, 2, 3), new Float64Array(0), Float64Array.of(2, 9)]
    expect([...stretchesOf(trains, always, 1)]).toEqual([[-Infinity, Infinity]])
    expect([...stretchesOf(trains, { startTime: 2, stopTime: 5 }, 1)]).toEqual([[2, 5]])
    expect([...stretchesOf(trains, { startTime: 4, stopTime: 9 }, 1)]).toEqual([])
    expect([...stretchesOf([], always, 1)]).toEqual([])
  })

  test('divides many spikes into stretches that follow each other', () => {
    // 100,000 spikes, 1 ms apart: four stretches of 25 s, but for the last spike.
    const train = Float64Array.from({ length: 100_001 }, (_, i) => i / 1000)
    expect([...stretchesOf([train], always, 0.05)]).toEqual([
      [-Infinity, 25],
      [25, 50],
      [50, 75],
      [75, Infinity],
    ])
  })

  test('divides again where spikes crowd, and leaves out the time without', () => {
    const train = Float64Array.from({ length: 100_002 }, (_, i) => (i > 100_000 ? 1e6 : i / 1000))
    const stretches = [...stretchesOf([train], always, 0.05)]
    expect(stretches.map(([from, to]) => [Math.round(from), Math.round(to)])).toEqual([
      [-Infinity, 25],
      [25, 50],
      [50, 75],
      [75, 250_000],
      [750_000, Infinity],
    ])
  })

  test('divides a share of the time, and nothing after it', () => {
    // 102,400 of the spikes are in the share, the last of them 1/1024 s before its end.
    const train = Float64Array.from({ length: 200_000 }, (_, i) => i / 1024)
    const step = 25 - 1 / 4096
    expect([...stretchesOf([train], { startTime: 0, stopTime: 100 }, 0.05)]).toEqual([
      [0, step],
      [step, 2 * step],
      [2 * step, 3 * step],
      [3 * step, 100],
    ])
  })

  test('is not shorter than eight times the lags', () => {
    const train = Float64Array.from({ length: 100_001 }, (_, i) => i / 1000)
    expect([...stretchesOf([train], always, 5)]).toEqual([
      [-Infinity, 50],
      [50, Infinity],
    ])
    expect([...stretchesOf([train], always, 10)]).toEqual([[-Infinity, Infinity]])
  })
})
