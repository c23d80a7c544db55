import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Golden {
  readonly channel_ids: readonly number[]
  readonly labels: readonly (string | null)[]
  /** where each run begins, and the end of the last */
  readonly intervals: readonly number[]
}

interface Interval {
  readonly area: string | null
  readonly first: number
  readonly end: number
  readonly channelIds: readonly string[]
}

describe.each(goldenSessionIds)('structures along the channels of session %s', (id) => {
  test('are those of channel_structure_intervals.json', async () => {
    const golden = goldenResult<Golden>(id, 'channel_structure_intervals')
    const channelIds = golden.channel_ids.map(String)
    const { session } = await served.data<{ session: { channelStructureIntervals: Interval[] } }>(
      `query ($id: ID!, $channelIds: [ID!]) { session(id: $id) {
         channelStructureIntervals(channelIds: $channelIds) { area first end channelIds }
       } }`,
      { id, channelIds },
    )
    const intervals = session.channelStructureIntervals
    expect(intervals.map(({ area }) => area)).toEqual(golden.labels)
    expect(intervals.map(({ first }) => first)).toEqual(golden.intervals.slice(0, -1))
    expect(intervals.map(({ end }) => end)).toEqual(golden.intervals.slice(1))
    expect(intervals.flatMap((interval) => interval.channelIds)).toEqual(channelIds)
  })
})
