import { expect, test } from 'vitest'
import type { CountMatrix } from '../../../src/domain/counting/count-matrix.ts'
import { SpikeCounter } from '../../../src/domain/counting/spike-counter.ts'

test('lays the counts out bin by bin, one column a unit', () => {
  const counter = new SpikeCounter({ start: 0, stop: 2, size: 1, count: 2 }, 3)
  counter.add(0, Float64Array.of(0.5))
  counter.add(1, Float64Array.of(1.5, 1.6))
  counter.add(2, Float64Array.of(0.1, 0.2, 0.3))
  const matrix: CountMatrix = counter.finish()
  expect(matrix).toEqual({ binCount: 2, unitCount: 3, counts: Uint8Array.of(1, 0, 3, 0, 2, 0) })
})
