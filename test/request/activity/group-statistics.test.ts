import { expect, test } from 'vitest'
import { execute, oneSession } from '../../graphql/execute.ts'

const grating = (startTime: number, orientation: number) => ({
  stimulusName: 'gratings',
  startTime,
  stopTime: startTime + 1,
  parameters: { orientation },
})

/** Bins of half a second and of one and a half; two units; a grating of each orientation. */
test('each group has its own rates and peaks, of bins of their own widths', async () => {
  const { catalog } = await oneSession({
    units: [
      { id: 11, area: 'VISp', spikes: [0, 10.25, 11, 11.5, 20.75, 21, 21.25, 30] },
      { id: 12, area: 'VISp', spikes: [10.1, 10.2, 20.2, 21.9] },
    ],
    presentations: [grating(10, 0), grating(20, 90)],
  })
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "1") { alignedActivity(edges: [0, 0.5, 2]) {
      groups(by: PARAMETERS, parameters: ["orientation"]) {
        mean rates: mean(unit: HZ) responsePeaks(unit: HZ) { peaks timesToPeak }
      }
    } } }`,
  )
  expect(errors).toEqual([])
  expect(data.session.alignedActivity.groups).toEqual([
    {
      mean: [
        [1, 2],
        [2, 0],
      ],
      rates: [
        [2, 4],
        [2 / 1.5, 0],
      ],
      responsePeaks: { peaks: [2, 4], timesToPeak: [0.25, 0.25] },
    },
    {
      mean: [
        [0, 1],
        [3, 1],
      ],
      rates: [
        [0, 2],
        [2, 1 / 1.5],
      ],
      responsePeaks: { peaks: [2, 2], timesToPeak: [1.25, 0.25] },
    },
  ])
})
