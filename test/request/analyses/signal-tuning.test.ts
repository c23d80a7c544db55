import { describe, expect, test } from 'vitest'
import { execute, oneSession } from '../../graphql/execute.ts'

const seconds = Array.from({ length: 20 }, (_, i) => 5 + i)

/** Slow for 12 s, fast for 8 s. */
const { catalog } = await oneSession({
  units: [
    { id: 11, area: 'VISp', spikes: [10, 10.5, 11] },
    { id: 12, area: 'VISp', spikes: [6, 7, 13, 14] },
  ],
  series: [
    {
      name: 'runningSpeed',
      times: seconds,
      columns: {
        endTime: seconds.map((time) => time + 1),
        velocity: seconds.map((time) => (time >= 12 && time < 20 ? 10 : 0)),
      },
    },
  ],
})

const axis = '{ signal: { signal: RUNNING_SPEED }, edges: [0, 5, 20] }'
const tuning = (axes: string, fields: string) =>
  execute(catalog, `{ session(id: "1") { signalTuning(axes: [${axes}]) { ${fields} } } }`)

describe('tuning to signals', () => {
  test('informs of each unit by its own rates', async () => {
    const { data, errors } = await tuning(axis, 'counts bitsPerSecond bitsPerSpike')
    expect(errors).toEqual([])
    const { counts, bitsPerSecond, bitsPerSpike } = data.session.signalTuning
    expect(counts).toEqual([
      [3, 0],
      [2, 2],
    ])
    // Rates of 3/12 and 0, of 3/20 on average; of 2/12 and 2/8, of 4/20 on average.
    const first = Math.log2(20 / 12)
    const second = (2 * Math.log2(5 / 6) + 2 * Math.log2(5 / 4)) / 4
    expect(bitsPerSpike).toEqual([expect.closeTo(first, 12), expect.closeTo(second, 12)])
    expect(bitsPerSecond).toEqual([
      expect.closeTo(0.15 * first, 12),
      expect.closeTo(0.2 * second, 12),
    ])
  })

  test('is to one or two of them', async () => {
    expect((await tuning(`${axis}, ${axis}`, 'shape')).data.session.signalTuning.shape).toEqual([
      2, 2, 2,
    ])
    const { errors } = await tuning(`${axis}, ${axis}, ${axis}`, 'shape')
    expect(errors[0].message).toBe('axes has 3 entries; give one signal or two.')
  })
})
