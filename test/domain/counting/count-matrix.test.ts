import { expect, test } from 'vitest'
import {
  type CountMatrix,
  capacityOf,
  transposed,
  widen,
} from '../../../src/domain/counting/count-matrix.ts'
import { SpikeCounter } from '../../../src/domain/counting/spike-counter.ts'

test('lays the counts out bin by bin, one column a unit', () => {
  const counter = new SpikeCounter({ start: 0, stop: 2, size: 1, count: 2 }, 3)
  counter.add(0, Float64Array.of(0.5))
  counter.add(1, Float64Array.of(1.5, 1.6))
  counter.add(2, Float64Array.of(0.1, 0.2, 0.3))
  const matrix: CountMatrix = counter.finish()
  expect(matrix).toEqual({ binCount: 2, unitCount: 3, counts: Uint8Array.of(1, 0, 3, 0, 2, 0) })
})

test('turns rows into columns, in the same type', () => {
  const cells = Uint16Array.of(1, 2, 3, 4, 5, 600)
  expect(transposed(cells, 2, 3)).toEqual(Uint16Array.of(1, 4, 2, 5, 3, 600))
  expect(transposed(cells, 3, 2)).toEqual(Uint16Array.of(1, 3, 5, 2, 4, 600))
  expect(transposed(cells, 6, 1)).toEqual(cells)
  expect(transposed(new Uint8Array(0), 0, 5)).toEqual(new Uint8Array(0))
})

test('turns more rows and columns than fit into one tile', () => {
  const cells = Uint32Array.from({ length: 130 * 70 }, (_, cell) => cell)
  const columns = transposed(cells, 130, 70)
  expect([columns[0], columns[1], columns[130], columns[129], columns[9099]]).toEqual([
    0, 70, 1, 9030, 9099,
  ])
  expect(transposed(columns, 70, 130)).toEqual(cells)
})

test('counts that outgrow their cells move to cells of twice as many bits', () => {
  const bytes = Uint8Array.of(0, 255)
  expect(widen(bytes)).toEqual(Uint16Array.of(0, 255))
  expect(widen(Uint16Array.of(1, 65_535))).toEqual(Uint32Array.of(1, 65_535))
  expect(capacityOf(bytes)).toBe(255)
  expect(capacityOf(new Uint16Array(1))).toBe(65_535)
  expect(capacityOf(new Uint32Array(1))).toBe(4_294_967_295)
})
