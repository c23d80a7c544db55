import { describe, expect, test } from 'vitest'
import { spikeSpan } from '../../../src/nwb/spikes/spike-span.ts'
import { unitSpikes } from '../../support/memory/memory-spikes.ts'

const spanOfUnits = (...units: readonly number[][]) => {
  const { reader, source } = unitSpikes(units.map((times) => Float64Array.from(times)))
  return { span: spikeSpan({ units: reader }), read: source.entriesRead }
}

describe('the span of the spikes', () => {
  test('reaches from the first to the last of any unit, and no unit is read whole for it', () => {
    expect(spanOfUnits([3, 4, 9], [1, 2, 5])).toEqual({
      span: { startTime: 1, stopTime: 9 },
      read: 0,
    })
  })

  test('is not that of units without spikes, wherever they stand', () => {
    expect(spanOfUnits([], [2, 7], [], [3], []).span).toEqual({ startTime: 2, stopTime: 7 })
    expect(spanOfUnits([], []).span).toBeNull()
    expect(spanOfUnits().span).toBeNull()
  })

  test('leaves times out that are not finite, by reading all of such a unit', () => {
    const { NaN: none, POSITIVE_INFINITY: never } = Number
    expect(spanOfUnits([none, 4, 2, 6, 5, never], [3])).toEqual({
      span: { startTime: 2, stopTime: 6 },
      read: 6,
    })
    expect(spanOfUnits([5, never]).span).toEqual({ startTime: 5, stopTime: 5 })
  })
})
