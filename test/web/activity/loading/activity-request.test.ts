import { describe, expect, test } from 'vitest'
import {
  type ActivityChoices,
  activityRequest,
  chooseAreas,
  chooseEpoch,
} from '../../../../web/src/activity/loading/activity-request.ts'
import { startAddress } from '../../../../web/src/app/address.ts'

const epoch = (index: number, stimulusName: string) => ({
  index,
  stimulusName,
  startTime: 10 * index,
  duration: 10,
})
const area = (acronym: string, alias: string | null, unitCount: number) => ({
  acronym,
  alias,
  name: null,
  unitCount,
})

const choices: ActivityChoices = {
  id: '7',
  available: true,
  location: null,
  unitCount: 60,
  areas: [
    area('CA1', null, 9),
    area('VISam', 'AM', 3),
    area('VISl', 'LM', 0),
    area('VISp', 'V1', 5),
  ],
  stimulusEpochs: [epoch(0, 'spontaneous'), epoch(1, 'gabors'), epoch(2, 'flashes')],
}

describe('the epoch that is shown', () => {
  test('is the one that the address names', () => {
    expect(chooseEpoch(choices, 0)).toBe(0)
    expect(chooseEpoch(choices, 99)).toBe(99)
  })

  test('is else the first with a stimulus, else the first', () => {
    expect(chooseEpoch(choices, null)).toBe(1)
    expect(chooseEpoch({ stimulusEpochs: [epoch(3, 'spontaneous')] }, null)).toBe(3)
    expect(chooseEpoch({ stimulusEpochs: [] }, null)).toBeNull()
  })
})

describe('the areas that are shown', () => {
  test('are those that the address names, by either name, each once', () => {
    expect(chooseAreas(choices, ['V1', 'CA1', 'VISp', 'nowhere'])).toEqual([
      'VISp',
      'CA1',
      'nowhere',
    ])
  })

  test('are else those of the notebook that have units, in its order', () => {
    expect(chooseAreas(choices, [])).toEqual(['VISp', 'VISam'])
  })

  test('are else the first six with units', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    const areas = names.map((name) => area(name, null, name === 'B' ? 0 : 1))
    expect(chooseAreas({ areas }, [])).toEqual(['A', 'C', 'D', 'E', 'F', 'G'])
    expect(chooseAreas({ areas: [] }, [])).toEqual([])
  })
})

describe('the question that an address asks', () => {
  const address = { ...startAddress, session: '7', before: 1, after: 2, binSize: 0.5 }
  const shared = { session: '7', areas: ['VISp', 'VISam'], units: {}, binSize: 0.5 }

  test('is of an epoch where there are some', () => {
    expect(activityRequest(choices, address, null)).toEqual({
      kind: 'epoch',
      variables: { ...shared, epoch: 1, before: 1, after: 2 },
    })
  })

  test('is of the recording’s beginning where there are none, once that is known', () => {
    const none = { ...choices, stimulusEpochs: [] }
    expect(activityRequest(none, address, null)).toBeNull()
    expect(activityRequest(none, address, 12.5)).toEqual({
      kind: 'window',
      variables: { ...shared, start: 12.5, stop: 14.5 },
      anchor: { time: 12.5, name: null },
    })
  })

  test('is around a row of a table where the address names one', () => {
    const ofRow = { ...address, table: 'trials', row: 3, moment: 40 }
    expect(activityRequest(choices, ofRow, null)).toEqual({
      kind: 'window',
      variables: { ...shared, start: 39, stop: 42 },
      anchor: { time: 40, name: 'row 3 of trials' },
    })
    expect(activityRequest(choices, { ...ofRow, row: null }, null)).toMatchObject({
      kind: 'epoch',
    })
  })
})
