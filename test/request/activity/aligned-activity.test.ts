import { expect, test } from 'vitest'
import { execute, forgetting, oneSession, smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'

const session = {
  ...smallSession,
  presentations: [10, 12, 20].map((startTime) => ({
    stimulusName: 'gabors',
    startTime,
    stopTime: startTime + 1,
  })),
}

/** The second of three presentations is the only row of a table of its own. */
async function twoTables() {
  const list = await new MemoryReader(session).load('presentations')
  const reader = new MemoryReader({
    ...session,
    intervals: {
      cues: { start_time: [10, 20], cue_time: [10.25, 20.5], delay: [0.5, 0.75] },
      sounds: { start_time: [12], sound_time: [12.5] },
    },
    contents: {
      presentations: () => ({
        ...list,
        tables: ['cues', 'sounds'],
        tableNumbers: Int32Array.of(0, 1, 0),
        tableRows: Int32Array.of(0, 0, 1),
      }),
    },
  })
  return forgetting(reader)
}

const anchors = (args: string) =>
  `{ session(id: "1") { alignedActivity(${args}, after: 1, binSize: 1) { anchorTimes } } }`

test.each([
  ['at: "cue_time"', [10.25, null, 20.5]],
  ['at: "sound_time"', [null, 12.5, null]],
  ['at: "delay", atFrom: START', [10.5, null, 20.75]],
  ['at: "start_time"', [10, 12, 20]],
])(
  'presentations of several tables have the moments of those with the column: %s',
  async (args, times) => {
    const { data, errors } = await execute(await twoTables(), anchors(args))
    expect(errors).toEqual([])
    expect(data.session.alignedActivity.anchorTimes).toEqual(times)
  },
)

test('a column that none of several tables has is refused', async () => {
  const { errors } = await execute(await twoTables(), anchors('at: "go_time"'))
  expect(errors[0].message).toContain('No column "go_time" in cues.')
})

test('no presentations have no moments, whatever the column', async () => {
  const { catalog } = await oneSession(session)
  const args = 'presentations: { ids: [] }, at: "go_time"'
  const { data, errors } = await execute(catalog, anchors(args))
  expect(errors).toEqual([])
  expect(data.session.alignedActivity.anchorTimes).toEqual([])
})
