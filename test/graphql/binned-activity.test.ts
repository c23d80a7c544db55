import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from './execute.ts'

describe('binnedActivity', () => {
  test('counts around the start of each epoch, one matrix an area, in the order asked', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { stimulusEpochs(where: { excludeStimulusNames: ["spontaneous"] }) {
        index stimulusName
        binnedActivity(areas: ["LM", "VISp"], before: 1, after: 2, binSize: 1) {
          area { acronym alias } epoch { index } unitIds shape start stop binSize binCount counts
        }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.stimulusEpochs).toEqual([
      {
        index: 0,
        stimulusName: 'gabors',
        binnedActivity: [
          {
            area: { acronym: 'VISl', alias: 'LM' },
            epoch: { index: 0 },
            unitIds: ['12'],
            shape: [3, 1],
            start: 9,
            stop: 12,
            binSize: 1,
            binCount: 3,
            counts: [[1], [0], [2]],
          },
          {
            area: { acronym: 'VISp', alias: 'V1' },
            epoch: { index: 0 },
            unitIds: ['11', '13'],
            shape: [3, 2],
            start: 9,
            stop: 12,
            binSize: 1,
            binCount: 3,
            // the last bin is closed: it holds the spike at 12
            counts: [
              [0, 0],
              [2, 0],
              [1, 1],
            ],
          },
        ],
      },
      {
        index: 2,
        stimulusName: 'gabors',
        binnedActivity: [
          {
            area: { acronym: 'VISl', alias: 'LM' },
            epoch: { index: 2 },
            unitIds: ['12'],
            shape: [3, 1],
            start: 19,
            stop: 22,
            binSize: 1,
            binCount: 3,
            counts: [[0], [0], [0]],
          },
          {
            area: { acronym: 'VISp', alias: 'V1' },
            epoch: { index: 2 },
            unitIds: ['11', '13'],
            shape: [3, 2],
            start: 19,
            stop: 22,
            binSize: 1,
            binCount: 3,
            counts: [
              [0, 0],
              [0, 1],
              [0, 1],
            ],
          },
        ],
      },
    ])
  })
})
