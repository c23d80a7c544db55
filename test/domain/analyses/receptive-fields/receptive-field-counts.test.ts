import { describe, expect, test } from 'vitest'
import { countField } from '../../../../src/domain/analyses/receptive-fields/receptive-field-counts.ts'

/** Two positions of a row; presentations at 10, 20 and 30 s, and one that is nowhere. */
const positions = {
  rows: Float64Array.of(0),
  columns: Float64Array.of(-10, 0),
  cells: Int32Array.of(0, 1, 0, -1),
}
const starts = Float64Array.of(10, 20, 30, 40)
const count = (
  spikes: number[],
  rule: 'allenSdk' | 'corrected',
  isCounted = (_: number) => true,
) => {
  const { map, total } = countField(positions, starts, Float64Array.from(spikes), rule, isCounted)
  return { map: [...map], total }
}

describe('spikes by position', () => {
  test('are those of 0.249 s by the AllenSDK’s rule, and else those of 0.25 s, which are the total', () => {
    const spikes = [9.9, 10, 10.1, 10.2, 10.2495, 20.1, 20.3, 30.05, 40.1]
    expect(count(spikes, 'allenSdk')).toEqual({ map: [4, 1], total: 7 })
    expect(count(spikes, 'corrected')).toEqual({ map: [5, 1], total: 7 })
  })

  test('on the edge between the AllenSDK’s two bins count twice by its rule', () => {
    const onEdge = 10 + 0.1245
    expect(count([onEdge, onEdge], 'allenSdk').map).toEqual([4, 0])
    expect(count([onEdge, onEdge], 'corrected').map).toEqual([2, 0])
  })

  test('in the last millisecond count by the corrected rule only', () => {
    expect(count([10 + 0.249], 'allenSdk').map).toEqual([1, 0])
    expect(count([10.2499], 'allenSdk').map).toEqual([0, 0])
    expect(count([10.2499], 'corrected').map).toEqual([1, 0])
    expect(count([10.25], 'corrected').map).toEqual([1, 0])
    expect(count([10.2501], 'corrected').map).toEqual([0, 0])
  })

  test('by the corrected rule go by the time since the start, as it is rounded', () => {
    // 0.25 + 0.3 is 0.55, but 0.55 - 0.3 is 0.25000000000000006.
    const at = Float64Array.of(0.3, 20, 30, 40)
    const { map, total } = countField(positions, at, Float64Array.of(0.55), 'corrected', () => true)
    expect([[...map], total]).toEqual([[0, 0], 1])
  })

  test('leave out presentations that do not count, and starts that are not known', () => {
    expect(count([10.1, 30.1], 'allenSdk', (presentation) => presentation > 0)).toEqual({
      map: [1, 0],
      total: 1,
    })
    const unknown = Float64Array.of(Number.NaN, 20, 30, 40)
    const { map } = countField(
      positions,
      unknown,
      Float64Array.of(0.1, 20.1),
      'allenSdk',
      () => true,
    )
    expect([...map]).toEqual([0, 1])
  })

  test('of overlapping presentations count in each', () => {
    const overlapping = Float64Array.of(10, 10.1, 30, 40)
    const { map, total } = countField(
      positions,
      overlapping,
      Float64Array.of(10.15),
      'allenSdk',
      () => true,
    )
    expect([[...map], total]).toEqual([[1, 1], 2])
  })
})
