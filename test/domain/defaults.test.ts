import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { type ASTNode, parse, type ValueNode, valueFromASTUntyped, visit } from 'graphql'
import { describe, expect, test } from 'vitest'
import { RequestFields } from '../../src/addresses/address-field.ts'
import { arrayAddress } from '../../src/addresses/array-address.ts'
import { addDatasetOptions, datasetRequest } from '../../src/cli/export/commands/dataset.ts'
import {
  defaultWindow,
  excludedStimuli,
  sdkUnitFilter,
  visualAreas,
} from '../../src/domain/defaults.ts'
import { canonicalEpochFilter } from '../../src/domain/stimuli/epochs.ts'
import { matrixFields } from '../../src/exports/binned-activity.ts'
import { datasetFields } from '../../src/exports/dataset/dataset-export.ts'
import { startAddress } from '../../web/src/app/address.ts'
import * as web from '../../web/src/app/defaults.ts'

const shortNames = ['V1', 'LM', 'RL', 'AL', 'PM', 'AM']

test('the defaults are those of the notebook and of the AllenSDK', () => {
  expect(defaultWindow).toEqual({ before: 10, after: 90, binSize: 0.1 })
  expect(visualAreas).toEqual(['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam'])
  expect(excludedStimuli).toEqual(['spontaneous', 'invalid_presentation'])
  expect(sdkUnitFilter).toEqual({
    amplitudeCutoffMax: 0.1,
    presenceRatioMin: 0.95,
    isiViolationsMax: 0.5,
    requireMetrics: true,
    validOnly: true,
    inBrainOnly: true,
  })
})

/** By name of an argument, field or variable: each value that a document has as its default. */
function defaultsIn(fileName: string): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {}
  const add = (name: string, node: ValueNode | undefined) => {
    if (node === undefined) return
    const value = valueFromASTUntyped(node)
    found[name] ??= []
    if (!found[name].some((other) => JSON.stringify(other) === JSON.stringify(value))) {
      found[name].push(value)
    }
  }
  const document: ASTNode = parse(
    readFileSync(new URL(`../../${fileName}`, import.meta.url), 'utf8'),
  )
  visit(document, {
    InputValueDefinition: ({ name, defaultValue }) => add(name.value, defaultValue),
    VariableDefinition: ({ variable, defaultValue }) => add(variable.name.value, defaultValue),
    ObjectField: ({ name, value }) => add(name.value, value),
  })
  return found
}

const onlyValues = (values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))

test('schema.graphql has them, wherever it has a default', () => {
  expect(defaultsIn('schema.graphql')).toMatchObject({
    ...onlyValues(defaultWindow),
    ...onlyValues(sdkUnitFilter),
    // Around epochs, around spikes (the LFP), and in the window of a signal's range.
    before: [10, 0.1, 0],
    after: [90, 0.1],
    // Of matrices, of correlograms, and of the presence ratio.
    binSize: [0.1, 0.001, 60],
    // Of channels, and of units.
    validOnly: [false, true],
    excludeStimulusNames: [excludedStimuli],
    units: [{}],
  })
})

test("the client's documents have them", () => {
  expect(defaultsIn('src/client/documents.graphql')).toMatchObject({
    ...onlyValues(defaultWindow),
    excludeStimulusNames: [excludedStimuli],
    areas: [shortNames],
    units: [{}],
  })
})

describe('the command line', () => {
  const command = addDatasetOptions(new Command())

  test('has them where an option is left out', () => {
    expect(datasetRequest(command.opts())).toMatchObject({
      areas: null,
      epochs: { excludeStimulusNames: excludedStimuli },
      window: defaultWindow,
      units: sdkUnitFilter,
    })
  })

  test.each([
    ['--before', '(default: 10)'],
    ['--after', '(default: 90)'],
    ['--bin-size', '(default: 0.1)'],
    ['--areas', '(default: V1,LM,RL,AL,PM,AM; all areas if none of these was recorded)'],
    ['--exclude-stimuli', '(default: spontaneous,invalid_presentation)'],
    ['--amplitude-cutoff-max', '(default: 0.1)'],
    ['--presence-ratio-min', '(default: 0.95)'],
    ['--isi-violations-max', '(default: 0.5)'],
  ])('says in its help: %s %s', (option, text) => {
    const help = command.configureHelp({ helpWidth: 1000 }).helpInformation()
    expect(help.split('\n').find((line) => line.includes(`${option} `))).toContain(text)
  })
})

describe('addresses', () => {
  const source = { sessionId: '1', fileVersion: 'f00' }
  const matrices = new RequestFields(matrixFields)
  const datasets = new RequestFields(datasetFields)
  const dataset = {
    areas: visualAreas,
    missingAreas: 'empty' as const,
    epochs: canonicalEpochFilter({ excludeStimulusNames: excludedStimuli }),
    window: defaultWindow,
    span: null,
    units: sdkUnitFilter,
  }

  test('leave them out', () => {
    expect(arrayAddress(source, 'x.npz', datasets.write(dataset))).toBe('/arrays/v1/1/f00/x.npz')
    const matrix = { area: null, window: { epochIndex: 3, ...defaultWindow }, units: sdkUnitFilter }
    expect(arrayAddress(source, 'x.npy', matrices.write(matrix))).toBe(
      '/arrays/v1/1/f00/x.npy?epoch=3',
    )
  })

  test('mean them where they are left out', () => {
    expect(datasets.read('')).toMatchObject(dataset)
    expect(matrices.read('epoch=3')).toMatchObject({
      window: { epochIndex: 3, ...defaultWindow },
      units: sdkUnitFilter,
    })
    expect(matrices.read('start=0&stop=1').window).toEqual({ start: 0, stop: 1, binSize: 0.1 })
  })
})

test('the explorer has them', () => {
  expect(web.defaultWindow).toEqual(defaultWindow)
  expect(web.visualAreas).toEqual(visualAreas)
  expect(web.excludedStimuli).toEqual(excludedStimuli)
  expect(sdkUnitFilter).toMatchObject(web.defaultLimits)
  expect(startAddress).toMatchObject({ ...defaultWindow, limits: web.defaultLimits })
})
