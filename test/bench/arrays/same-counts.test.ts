import { describe, expect, test } from 'vitest'
import { assertSameCounts } from '../../../bench/arrays/same-counts.ts'

/** Two epochs, two bins, one unit. */
const baseline = new Map([['VISp', { shape: [2, 2, 1], data: Uint16Array.of(1, 2, 3, 4) }]])

const matrix = (...cells: number[]) => ({ acronym: 'VISp', shape: [2, 1], cells })

describe('assertSameCounts', () => {
  test('takes matrices epoch by epoch', () => {
    expect(() => assertSameCounts([matrix(1, 2), matrix(3, 4)], baseline)).not.toThrow()
  })

  test('tells the cell that differs', () => {
    expect(() => assertSameCounts([matrix(1, 2), matrix(3, 5)], baseline)).toThrow(
      'VISp, epoch 1, cell 1: 5, the baseline has 4',
    )
  })

  test('notices an epoch that is missing, and a response without matrices', () => {
    expect(() => assertSameCounts([matrix(1, 2)], baseline)).toThrow('1 epochs, the baseline has 2')
    expect(() => assertSameCounts([], baseline)).toThrow('0 epochs')
  })

  test('notices another shape', () => {
    const wide = { acronym: 'VISp', shape: [1, 2], cells: [1, 2] }
    expect(() => assertSameCounts([wide], baseline)).toThrow("shape 1,2, the baseline's is 2,1")
  })
})
