import { describe, expect, test } from 'vitest'
import {
  emptyCorrelograms,
  lagBinCount,
  lagEdges,
  toLagBins,
} from '../../../../src/domain/analyses/correlograms/lag-bins.ts'
import { InvalidArgumentError, InvalidBinSizeError } from '../../../../src/errors.ts'

describe('bins of lags', () => {
  test('are as many on both sides of the one around 0', () => {
    expect(lagBinCount({ binSize: 0.5, lagCount: 3 })).toBe(7)
    expect(emptyCorrelograms(2, { binSize: 0.5, lagCount: 3 })).toEqual(new Uint32Array(14))
  })

  test('begin half a bin before their middle', () => {
    expect(lagEdges({ binSize: 0.5, lagCount: 2 }, -2, 4)).toEqual(
      Float64Array.of(-1.25, -0.75, -0.25, 0.25),
    )
  })

  test('are up to 100,000 on a side, and may be none', () => {
    expect(toLagBins(0.001, 0)).toEqual({ binSize: 0.001, lagCount: 0 })
    expect(toLagBins(0.001, 100_000)).toEqual({ binSize: 0.001, lagCount: 100_000 })
    for (const lagCount of [-1, 100_001]) {
      expect(() => toLagBins(0.001, lagCount)).toThrow(InvalidArgumentError)
    }
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('are not of %d s', (binSize) => {
    expect(() => toLagBins(binSize, 1)).toThrow(InvalidBinSizeError)
  })
})
