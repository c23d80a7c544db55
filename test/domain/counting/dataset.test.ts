import { describe, expect, test } from 'vitest'
import {
  areaKey,
  type DatasetRequest,
  datasetParameters,
  planDataset,
} from '../../../src/domain/counting/dataset.ts'
import { sdkUnitFilter } from '../../../src/domain/defaults.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const epoch = (stimulusName: string, startTime: number) => ({
  stimulusName,
  block: 0,
  startTime,
  stopTime: startTime + 50,
})

const tables = memoryTables({
  units: [
    { id: 1, area: 'VISl', spikes: [] },
    { id: 2, area: 'VISp', spikes: [], quality: 'noise' },
    { id: 3, area: 'VISp', spikes: [] },
    { id: 4, area: 'CA1', spikes: [], quality: 'noise' },
  ],
  epochs: [epoch('gabors', 100), epoch('spontaneous', 200), epoch('flashes', 300)],
})

const request: DatasetRequest = {
  areas: ['V1', 'VISl'],
  missingAreas: 'error',
  units: sdkUnitFilter,
  epochs: { excludeStimulusNames: ['spontaneous'] },
  window: { before: 10, after: 90, binSize: 0.1 },
  span: null,
}

describe('planDataset', () => {
  test('takes the passing units of each area, in the order asked', () => {
    expect(planDataset(tables, request).areas).toEqual([
      { acronym: 'VISp', isRecorded: true, unitRows: Uint32Array.of(2) },
      { acronym: 'VISl', isRecorded: true, unitRows: Uint32Array.of(0) },
    ])
  })

  test('takes the six visual areas where none are asked, as far as one of them was recorded', () => {
    const { areas } = planDataset(tables, { ...request, areas: null, missingAreas: 'empty' })
    expect(areas.map(({ acronym, isRecorded }) => [acronym, isRecorded])).toEqual([
      ['VISp', true],
      ['VISl', true],
      ['VISrl', false],
      ['VISal', false],
      ['VISpm', false],
      ['VISam', false],
    ])
  })

  test('takes all areas of a session that recorded none of the six', () => {
    const others = memoryTables({
      units: [
        { id: 1, area: 'CA1', spikes: [] },
        { id: 2, area: 'ALM', spikes: [] },
      ],
      epochs: [],
    })
    const { areas } = planDataset(others, { ...request, areas: null })
    expect(areas.map(({ acronym }) => acronym)).toEqual(['CA1', 'ALM'])
  })

  test('takes all units together where no area is asked, or the session has none', () => {
    const all = [{ acronym: null, isRecorded: true, unitRows: Uint32Array.of(0, 2) }]
    expect(planDataset(tables, { ...request, areas: [] }).areas).toEqual(all)
    const placeless = memoryTables({ units: [{ id: 1, area: null, spikes: [] }], epochs: [] })
    const units = { ...sdkUnitFilter, inBrainOnly: false }
    expect(planDataset(placeless, { ...request, units, areas: null }).areas).toEqual([
      { acronym: null, isRecorded: true, unitRows: Uint32Array.of(0) },
    ])
  })

  test('cuts any window in place of epochs', () => {
    const span = { startTime: 5, stopTime: 6 }
    const { epochs } = planDataset(tables, { ...request, span })
    expect(epochs).toEqual([
      {
        epoch: { index: 0, stimulusName: '', block: null, startTime: 5, stopTime: 6 },
        bins: { start: 5, stop: 6, size: 0.1, count: 10 },
      },
    ])
  })

  test('cuts a window around each epoch that is not excluded', () => {
    const { epochs } = planDataset(tables, request)
    expect(epochs.map(({ epoch, bins }) => [epoch.index, bins])).toEqual([
      [0, { start: 90, stop: 190, size: 0.1, count: 1000 }],
      [2, { start: 290, stop: 390, size: 0.1, count: 1000 }],
    ])
  })

  test('takes an area once, however often and under whatever name it is asked for', () => {
    const { areas } = planDataset(tables, { ...request, areas: ['V1', 'VISp', 'V1'] })
    expect(areas.map((area) => area.acronym)).toEqual(['VISp'])
  })

  test('keeps a recorded area without a passing unit', () => {
    const { areas } = planDataset(tables, { ...request, areas: ['CA1'] })
    expect(areas).toEqual([{ acronym: 'CA1', isRecorded: true, unitRows: new Uint32Array(0) }])
  })

  test('refuses an area that was not recorded', () => {
    expect(() => planDataset(tables, { ...request, areas: ['RL'] })).toThrow(
      'No area "VISrl" here.',
    )
  })

  test('or takes it as an area without units', () => {
    const { areas } = planDataset(tables, {
      ...request,
      areas: ['RL', 'CA3'],
      missingAreas: 'empty',
    })
    expect(areas).toEqual([
      { acronym: 'VISrl', isRecorded: false, unitRows: new Uint32Array(0) },
      { acronym: 'CA3', isRecorded: false, unitRows: new Uint32Array(0) },
    ])
  })
})

describe('the parameters of a dataset', () => {
  const parametersOf = (more: Partial<DatasetRequest>) => {
    const wanted = { ...request, ...more }
    return datasetParameters(wanted, planDataset(tables, wanted))
  }
  const { units, epochs } = request

  test('say which areas there are, and which are missing', () => {
    expect(parametersOf({ areas: ['V1', 'RL', 'CA1'], missingAreas: 'empty' })).toEqual({
      areas: ['VISp', 'VISrl', 'CA1'],
      aliases: { VISp: 'V1', VISrl: 'RL', CA1: null },
      missingAreas: ['VISrl'],
      before: 10,
      after: 90,
      binSize: 0.1,
      epochs,
      units,
    })
  })

  test('have a window of any time instead of epochs', () => {
    const span = { startTime: 5, stopTime: 6 }
    const none = { areas: [], aliases: {}, missingAreas: [] }
    expect(parametersOf({ areas: [], span })).toEqual({
      ...none,
      start: 5,
      stop: 6,
      binSize: 0.1,
      units,
    })
  })

  test('a matrix goes by its area, or by that it has them all', () => {
    const area = { isRecorded: true, unitRows: new Uint32Array(0) }
    expect(areaKey({ ...area, acronym: 'CA1' })).toBe('CA1')
    expect(areaKey({ ...area, acronym: null })).toBe('all')
  })
})
