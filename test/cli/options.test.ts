import { Command, InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { addDatasetOptions, datasetRequest } from '../../src/cli/export/commands/dataset.ts'
import {
  collected,
  parseLimit,
  parseList,
  parseNumber,
  seconds,
  unitFilter,
  wholeNumber,
} from '../../src/cli/options.ts'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import { everyUnit } from '../../src/domain/units/unit-filter.ts'

const noChoice = { snrMin: null, firingRateMin: null, probes: null, columns: null }

describe('values', () => {
  test('are read', () => {
    expect(wholeNumber(0)('4000')).toBe(4000)
    expect(seconds(0)('0.5')).toBe(0.5)
    expect(seconds(0)('2147483')).toBe(2_147_483)
    expect(parseNumber('-0.5')).toBe(-0.5)
    expect(parseLimit('0')).toBe(0)
    expect(parseLimit('none')).toBe('none')
    expect(parseList('V1, LM')).toEqual(['V1', 'LM'])
  })

  test('of an option that is repeated are collected, and nothing that follows them', () => {
    const program = new Command().argument('[paths...]').option('--origin <origin>', '', collected)
    program.parse(['--origin', 'a', 'folder', '--origin', 'b'], { from: 'user' })
    expect(program.opts()).toEqual({ origin: ['a', 'b'] })
    expect(program.args).toEqual(['folder'])
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
    const filter = unitFilter({ isiViolationsMax: 0.01, presenceRatioMin: 'none' })
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

describe('a question on the command line', () => {
  const requested = (...words: string[]) => {
    const command = addDatasetOptions(new Command())
    return datasetRequest(command.parse(words, { from: 'user' }).opts())
  }

  test('leaves the areas to the session where it names none, and takes an empty list', () => {
    expect(requested().areas).toBeNull()
    expect(requested('--areas', '').areas).toEqual([])
    expect(requested('--areas', 'V1,CA1').areas).toEqual(['V1', 'CA1'])
  })

  test('has a window in place of epochs', () => {
    expect(requested().span).toBeNull()
    expect(requested('--start', '-1', '--stop', '2.5').span).toEqual({
      startTime: -1,
      stopTime: 2.5,
    })
  })

  test('none switches a limit off, and does not stand for 0', () => {
    const limits = ['amplitude-cutoff-max', 'presence-ratio-min', 'isi-violations-max']
    const { units } = requested(...limits.flatMap((name) => [`--${name}`, 'none']))
    expect(units).toMatchObject({
      amplitudeCutoffMax: null,
      presenceRatioMin: null,
      isiViolationsMax: null,
    })
    expect(requested('--amplitude-cutoff-max', '0').units.amplitudeCutoffMax).toBe(0)
  })

  test("end is the epoch's end", () => {
    expect(requested('--before', '0', '--after', 'end').window).toEqual({
      before: 0,
      after: null,
      binSize: 0.1,
    })
    expect(requested('--after', '5').window.after).toBe(5)
    expect(requested().window.after).toBe(90)
  })
})
