import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import {
  parseLimit,
  parseList,
  parseNumber,
  seconds,
  unitFilter,
  wholeNumber,
} from '../../src/cli/options.ts'
import { everyUnit, sdkUnitFilter } from '../../src/domain/unit-filter.ts'

const noChoice = { snrMin: null, firingRateMin: null, probes: null }

describe('values', () => {
  test('are read', () => {
    expect(wholeNumber(0)('4000')).toBe(4000)
    expect(seconds(0)('0.5')).toBe(0.5)
    expect(seconds(0)('2147483')).toBe(2_147_483)
    expect(parseNumber('-0.5')).toBe(-0.5)
    expect(parseLimit('0')).toBe(0)
    expect(parseLimit('none')).toBe(null)
    expect(parseList('V1, LM')).toEqual(['V1', 'LM'])
  })

  test.each([
    [wholeNumber(1), '0'],
    [wholeNumber(0), '1.5'],
    [wholeNumber(0), ''],
    [wholeNumber(0, 10), '11'],
    [seconds(0), '-1'],
    [seconds(0), '2147484'],
    [parseNumber, 'ten'],
    [parseNumber, ' '],
    [parseNumber, 'Infinity'],
    [parseList, ''],
    [parseList, 'a,'],
  ])('are refused: %o %j', (parse, text) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError)
  })
})

describe('unitFilter', () => {
  test("is the AllenSDK's by default", () => {
    expect(unitFilter({})).toEqual({ ...sdkUnitFilter, ...noChoice })
  })

  test('takes a limit, and switches one off', () => {
    const filter = unitFilter({ isiViolationsMax: 0.01, presenceRatioMin: null })
    expect(filter).toMatchObject({
      amplitudeCutoffMax: 0.1,
      presenceRatioMin: null,
      isiViolationsMax: 0.01,
    })
  })

  test('lets in what it is told to', () => {
    const filter = unitFilter({
      includeInvalid: true,
      includeOutsideBrain: true,
      includeUnmeasured: true,
    })
    expect(filter).toMatchObject({ validOnly: false, inBrainOnly: false, requireMetrics: false })
  })

  test('keeps the limits given beside every unit', () => {
    expect(unitFilter({ allUnits: true, snrMin: 2 })).toEqual({
      ...everyUnit,
      ...noChoice,
      snrMin: 2,
    })
  })
})
