import { describe, expect, test } from 'vitest'
import { pearsonMatrix } from '../../../../src/domain/analyses/correlations/pearson-matrix.ts'

function correlate(columns: readonly (readonly number[])[]) {
  const samples = columns[0]?.length ?? 0
  const { coefficients, sampleCounts } = pearsonMatrix(
    Float64Array.from(columns.flat()),
    columns.length,
    samples,
    () => {},
  )
  const rowsOf = (cells: ArrayLike<number>) =>
    columns.map((_, row) => Array.from(columns, (_, i) => cells[row * columns.length + i]))
  return { rows: rowsOf(coefficients), counts: rowsOf(sampleCounts) }
}

describe('pearsonMatrix', () => {
  test('is 1 and -1 for columns that rise together and against each other', () => {
    expect(
      correlate([
        [1, 2, 3, 4],
        [2, 4, 6, 8],
        [5, 4, 3, 2],
      ]).rows,
    ).toEqual([
      [1, 1, -1],
      [1, 1, -1],
      [-1, -1, 1],
    ])
  })

  test('gives the coefficient by hand', () => {
    // Deviations -1, 0, 1 and -1, 1, 0: 1 / sqrt(2 * 2).
    expect(
      correlate([
        [1, 2, 3],
        [1, 3, 2],
      ]).rows[0]?.[1],
    ).toBe(0.5)
  })

  test('has neither row nor column for a constant one, also with fractions', () => {
    const { rows } = correlate([
      [1, 2, 3],
      [7, 7, 7],
      [0.1, 0.1, 0.1],
    ])
    expect(rows).toEqual([
      [1, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
    ])
  })

  test('takes the samples that are there in both', () => {
    const { rows, counts } = correlate([
      [1, 2, 3, NaN, 9, 0],
      [1, 3, 2, 4, NaN, 1],
      [NaN, NaN, NaN, 1, 2, 3],
    ])
    // Of the first two, (1, 1), (2, 3), (3, 2) and (0, 1).
    expect(rows[0]?.[1]).toBeCloseTo(2.5 / Math.sqrt(5 * 2.75), 14)
    expect(rows[0]?.[2]).toBeNaN()
    expect(counts).toEqual([
      [5, 4, 2],
      [4, 5, 2],
      [2, 2, 3],
    ])
  })

  test('is NaN where a column is constant over the samples that both have', () => {
    expect(
      correlate([
        [5, 5, 5, 1],
        [1, 2, 3, NaN],
      ]).rows,
    ).toEqual([
      [1, NaN],
      [NaN, 1],
    ])
  })

  test('needs three samples', () => {
    expect(
      correlate([
        [1, 2],
        [2, 1],
      ]).rows,
    ).toEqual([
      [NaN, NaN],
      [NaN, NaN],
    ])
    expect(correlate([[], []]).rows[0]?.[0]).toBeNaN()
    expect(correlate([]).rows).toEqual([])
  })

  test('keeps its digits where the mean is large beside the deviations', () => {
    const small = [0.25, -0.5, 0.25, 0, 1.5]
    const other = [1, 0, 2, 0, 3]
    const far = small.map((value) => value + 2 ** 30)
    expect(correlate([far, other]).rows[0]?.[1]).toBeCloseTo(
      correlate([small, other]).rows[0]?.[1] ?? NaN,
      14,
    )
  })

  test('is symmetric, and the same however many columns there are', () => {
    const columns = Array.from({ length: 13 }, (_, i) =>
      Array.from({ length: 17 }, (_, j) => ((i + 2) * (j + 3) * 31) % 23),
    )
    const { rows } = correlate(columns)
    for (const [i, row] of rows.entries()) {
      for (const [j, value] of row.entries()) {
        expect(value).toBe(rows[j]?.[i])
        const alone = correlate([columns[i] ?? [], columns[j] ?? []]).rows[0]?.[1]
        if (i !== j) expect(value).toBe(alone)
      }
    }
  })
})

test('a column that is constant where another is there has no coefficient, also with fractions', () => {
  // About its mean it is a fraction whose squares do not cancel out.
  const columns = [
    [0.1, 0.1, 0.1, 0.1, 0.1, 0.6],
    [1, 2, 3, 5, 4, NaN],
  ]
  expect(correlate(columns).rows[0]?.[1]).toBeNaN()
  expect(correlate(columns.toReversed()).rows[0]?.[1]).toBeNaN()
})

test('a column that is constant in each block, but not in all, has one', () => {
  const columns = [
    [1, 1, 2, 2],
    [1, 2, 3, 5],
    [NaN, NaN, 3, 4],
  ]
  // Deviations -½, -½, ½, ½ and -1¾, -¾, ¼, 2¼.
  const coefficient = 2.5 / Math.sqrt(8.75)
  const { rows } = correlate(columns)
  expect(rows[0]?.[1]).toBeCloseTo(coefficient, 14)
  const [first = [], second = [], third = []] = columns
  expect(correlate([second, first, third]).rows[0]?.[1]).toBeCloseTo(coefficient, 14)
  expect(correlate([third, first, second]).rows[1]?.[2]).toBeCloseTo(coefficient, 14)
})

test('a coefficient is not beyond 1 or -1 by a rounding', () => {
  const column = [0.1, 0.4, 0.9]
  const more = column.map((value) => (value * 5) / 3)
  expect(correlate([column, more]).rows[0]?.[1]).toBe(1)
  expect(correlate([column, more.map((value) => -value)]).rows[0]?.[1]).toBe(-1)
})
