import { describe, expect, test } from 'vitest'
import { sampleBlocks } from '../../../../src/domain/analyses/correlations/sample-blocks.ts'

const none = Number.NaN

function blocksOf(...rows: readonly (readonly number[])[]) {
  const columns = Float64Array.from(rows.flat())
  const sampleCount = rows[0]?.length ?? 0
  return { ...sampleBlocks(columns, rows.length, sampleCount), samples: [...columns] }
}

describe('samples in blocks', () => {
  test('are one block where all are there', () => {
    expect(blocksOf([3, -1, 2, 2])).toEqual({
      blockCount: 1,
      sizes: Int32Array.of(4),
      sums: Float64Array.of(6),
      squares: Float64Array.of(18),
      least: Float64Array.of(-1),
      most: Float64Array.of(3),
      samples: [3, -1, 2, 2],
    })
  })

  test('are cut where any column begins or ceases to be missing, which adds nothing', () => {
    // Samples 0; 1 and 2, which the second lacks; 3; and 4, which the first lacks.
    expect(blocksOf([1, 2, 3, 4, none], [5, none, none, 7, 9])).toEqual({
      blockCount: 4,
      sizes: Int32Array.of(1, 2, 1, 0, 1, 0, 1, 1),
      sums: Float64Array.of(1, 5, 4, 0, 5, 0, 7, 9),
      squares: Float64Array.of(1, 13, 16, 0, 25, 0, 49, 81),
      least: Float64Array.of(1, 2, 4, Infinity, 5, Infinity, 7, 9),
      most: Float64Array.of(1, 3, 4, -Infinity, 5, -Infinity, 7, 9),
      samples: [1, 2, 3, 4, 0, 5, 0, 0, 7, 9],
    })
  })

  test('are taken from their mean where one has a fraction, but for missing ones', () => {
    const { samples, sums, squares, blockCount } = blocksOf([none, 1.5, 2, 4])
    expect(samples).toEqual([0, -1, -0.5, 1.5])
    expect(blockCount).toBe(2)
    expect(sums).toEqual(Float64Array.of(0, 0))
    expect(squares).toEqual(Float64Array.of(0, 3.5))
  })

  test('of a column with fractions leave another of whole numbers as it is', () => {
    expect(blocksOf([0.5, 1.5], [7, 9]).samples).toEqual([-0.5, 0.5, 7, 9])
  })

  test('are none without samples', () => {
    expect(blocksOf([], [])).toMatchObject({ blockCount: 0, sizes: new Int32Array(0) })
  })
})
