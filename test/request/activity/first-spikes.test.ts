import { expect, test } from 'vitest'
import { execute, oneSession } from '../../graphql/execute.ts'

const grating = (startTime: number, orientation: number) => ({
  stimulusName: 'gratings',
  startTime,
  stopTime: startTime + 1,
  parameters: { orientation },
})

test('first spikes are of each group and of each window, at once', async () => {
  const { catalog, reader } = await oneSession({
    units: [
      { id: 11, area: 'VISp', spikes: [10.25, 20.5, 30.75, 40] },
      { id: 12, area: 'VISp', spikes: [0, 10.5, 30.125] },
    ],
    presentations: [grating(10, 0), grating(20, 90), grating(30, 90)],
  })
  const window = (name: string, args: string) => `${name}: firstSpikes(${args}) {
    medians lowerQuartiles upperQuartiles respondedCounts
  }`
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "1") { alignedActivity(after: 1, binSize: 0.5) {
      groups(by: PARAMETERS, parameters: ["orientation"]) {
        ${window('whole', 'from: 0, until: 1')}
        ${window('late', 'from: 0.5, until: 1')}
      }
    } } }`,
  )
  expect(errors).toEqual([])
  expect(data.session.alignedActivity.groups).toEqual([
    {
      whole: {
        medians: [0.25, 0.5],
        lowerQuartiles: [0.25, 0.5],
        upperQuartiles: [0.25, 0.5],
        respondedCounts: [1, 1],
      },
      late: {
        medians: [null, 0.5],
        lowerQuartiles: [null, 0.5],
        upperQuartiles: [null, 0.5],
        respondedCounts: [0, 1],
      },
    },
    {
      whole: {
        medians: [0.625, 0.125],
        lowerQuartiles: [0.5625, 0.125],
        upperQuartiles: [0.6875, 0.125],
        respondedCounts: [2, 1],
      },
      late: {
        medians: [0.625, null],
        lowerQuartiles: [0.5625, null],
        upperQuartiles: [0.6875, null],
        respondedCounts: [2, 0],
      },
    },
  ])
  expect(reader.requested.alignSpikes).toBe(1)
})
