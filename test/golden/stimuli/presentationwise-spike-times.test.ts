import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { type GoldenTable, goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface ResponseData {
  readonly session: {
    readonly presentationActivity: {
      readonly presentationIds: readonly string[]
      readonly unitIds: readonly string[]
      readonly spikes: {
        readonly count: number
        readonly spikeTimes: readonly number[]
        readonly presentationIndexes: readonly number[]
        readonly unitIndexes: readonly number[]
        readonly timesSinceStart: readonly number[]
      }
    }
  }
}

/** The ids are in presentationwise.npz; the JSON may have been cut at 4000 rows. */
function presentationIds(id: string): string[] {
  const entries = unzip(readFileSync(`${goldenFolder}/expected/${id}/presentationwise.npz`))
  const ids = entries.find(({ name }) => name === 'presentation_ids.npy')
  return Array.from(decodeNpy(ids?.content ?? Buffer.alloc(0)).data, String)
}

describe.each(goldenSessionIds)('presentationwise_spike_times.json of session %s', (id) => {
  test('has the spikes within the presentations, in order of time', async () => {
    const { session } = await served.data<ResponseData>(
      `query ($id: ID!, $ids: [ID!]) { session(id: $id) {
         presentationActivity(presentations: { ids: $ids }) {
           presentationIds unitIds
           spikes { count spikeTimes presentationIndexes unitIndexes timesSinceStart }
         }
       } }`,
      { id, ids: presentationIds(id) },
    )
    const { presentationIds: presentations, unitIds, spikes } = session.presentationActivity
    const rows = spikes.spikeTimes.map((time, i) => [
      time,
      Number(presentations[spikes.presentationIndexes[i]]),
      Number(unitIds[spikes.unitIndexes[i]]),
      spikes.timesSinceStart[i],
    ])
    expect(rows).toHaveLength(spikes.count)
    // Spikes of several units at one time come in any order there.
    const inOrder = (list: readonly (readonly number[])[]) =>
      [...list].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0))
    const golden = goldenResult<GoldenTable>(id, 'presentationwise_spike_times')
    const expected = inOrder(golden.rows as number[][])
    expect(expected.length).toBeGreaterThan(1000)
    expect(inOrder(rows.slice(0, expected.length))).toEqual(expected)
  })
})
