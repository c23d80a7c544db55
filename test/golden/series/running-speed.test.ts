import { describe, expect, test } from 'vitest'
import { goldenArrays, goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Running {
  readonly sampleCount: number
  readonly pointCount: number
  readonly samplesPerGroup: number
  readonly startTimes: number[]
  readonly endTimes: number[]
  readonly velocity: number[]
}

async function running(id: string, args = ''): Promise<Running> {
  const { session } = await served.data<{ session: { runningSpeed: Running } }>(
    `query ($id: ID!) { session(id: $id) {
       runningSpeed${args} { sampleCount pointCount samplesPerGroup startTimes endTimes velocity }
     } }`,
    { id },
  )
  return session.runningSpeed
}

describe.each(goldenSessionIds)('running speed of session %s', (id) => {
  const golden = goldenArrays(id, 'running_speed')
  const column = (name: string) => Array.from(golden.get(name)?.data as Float64Array)

  test('is that of running_speed.npz, to the last bit', async () => {
    const { startTimes, endTimes, velocity, ...extent } = await running(id)
    expect(startTimes).toEqual(column('start_time'))
    expect(endTimes).toEqual(column('end_time'))
    expect(velocity).toEqual(column('velocity'))
    const { n } = goldenResult<{ n: number }>(id, 'running_speed_summary')
    expect(extent).toEqual({ sampleCount: n, pointCount: n, samplesPerGroup: 1 })
  })

  test('is the same as bytes', async () => {
    const { session } = await served.data<{
      session: { runningSpeed: { data: { dtype: string; shape: number[]; bytes: string } } }
    }>('query ($id: ID!) { session(id: $id) { runningSpeed { data { dtype shape bytes } } } }', {
      id,
    })
    const { dtype, shape, bytes } = session.runningSpeed.data
    const cells = new Float64Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer)
    const starts = column('start_time')
    expect({ dtype, shape }).toEqual({ dtype: 'float64', shape: [starts.length, 3] })
    expect(cells.filter((_, i) => i % 3 === 0)).toEqual(Float64Array.from(starts))
    expect(cells.filter((_, i) => i % 3 === 2)).toEqual(Float64Array.from(column('velocity')))
  })

  test('has both ends of a window', async () => {
    const starts = column('start_time')
    const [start, stop] = [starts[100], starts[199]]
    const { startTimes, velocity } = await running(id, `(start: ${start}, stop: ${stop})`)
    expect(startTimes).toEqual(starts.slice(100, 200))
    expect(velocity).toEqual(column('velocity').slice(100, 200))
  })

  test('has the mean of the summary, as one point', async () => {
    const { mean_velocity } = goldenResult<{ mean_velocity: number }>(id, 'running_speed_summary')
    const { velocity, startTimes, endTimes } = await running(id, '(maxPoints: 1)')
    expect(velocity).toHaveLength(1)
    expect(velocity[0]).toBeCloseTo(mean_velocity, 10)
    expect([startTimes[0], endTimes[0]]).toEqual([
      column('start_time')[0],
      column('end_time').at(-1),
    ])
  })

  test('is not resampled against the will of the caller', async () => {
    const { errors } = await served.sendQuery(
      `{ session(id: "${id}") { runningSpeed(maxPoints: 100, resample: NONE) { velocity } } }`,
    )
    expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_POINTS')
  })

  test('lines up with binned activity: the mean of the samples whose middle lies in a bin', async () => {
    const { session } = await served.data<{
      session: {
        stimulusEpochs: {
          startTime: number
          binnedActivity: { start: number; runningSpeed: (number | null)[]; shape: number[] }[]
        }[]
      }
    }>(
      `query ($id: ID!) { session(id: $id) { stimulusEpochs(where: { indexes: [1, 2] }) {
         startTime binnedActivity(areas: ["V1", "LM"], binSize: 0.1) { start runningSpeed shape }
       } } }`,
      { id },
    )
    const [starts, ends, velocity] = ['start_time', 'end_time', 'velocity'].map(column) as [
      number[],
      number[],
      number[],
    ]
    expect(session.stimulusEpochs.map(({ binnedActivity }) => binnedActivity.length)).toEqual([
      2, 2,
    ])
    for (const { binnedActivity } of session.stimulusEpochs) {
      for (const { start, runningSpeed, shape } of binnedActivity) {
        expect(runningSpeed).toHaveLength(shape[0])
        const expected = runningSpeed.map((_, bin) => {
          const inBin = velocity.filter((_, i) => {
            const offset = (starts[i] + ends[i]) / 2 - start
            return bin * 0.1 <= offset && offset < (bin + 1) * 0.1
          })
          return inBin.length ? inBin.reduce((sum, speed) => sum + speed) / inBin.length : null
        })
        expect(runningSpeed).toEqual(expected)
      }
    }
  })

  test('raw data are as long as the file has them', async () => {
    const { session } = await served.data<{
      session: { rawRunning: Record<string, number[]> & { sampleCount: number } }
    }>(
      `query ($id: ID!) { session(id: $id) {
         rawRunning { sampleCount frameTimes netRotation signalVoltage supplyVoltage }
       } }`,
      { id },
    )
    const { sampleCount, frameTimes, netRotation, signalVoltage, supplyVoltage } =
      session.rawRunning
    // One frame more than there are intervals between frames.
    expect(sampleCount).toBe(column('start_time').length + 1)
    expect(frameTimes?.slice(0, -1)).toEqual(column('start_time'))
    for (const values of [netRotation, signalVoltage, supplyVoltage]) {
      expect(values).toHaveLength(sampleCount)
    }
  })
})
