import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

type Cells = (number | null)[][]

interface ResponseData {
  readonly session: {
    readonly presentationActivity: {
      readonly unitIds: readonly string[]
      readonly groups: readonly {
        readonly condition: { readonly conditionId: string }
        readonly presentationCount: number
        readonly spikeCounts: Cells
        readonly mean: Cells
        readonly standardDeviation: Cells
        readonly standardError: Cells
      }[]
    }
  }
}

function presentationIds(id: string): string[] {
  const entries = unzip(readFileSync(`${goldenFolder}/expected/${id}/presentationwise.npz`))
  const ids = entries.find(({ name }) => name === 'presentation_ids.npy')
  return Array.from(decodeNpy(ids?.content ?? Buffer.alloc(0)).data, String)
}

/** Rows of the AllenSDK's table, in its order: by condition, then by unit id. */
async function statistics(id: string, unit: 'COUNT' | 'HZ') {
  const { session } = await served.data<ResponseData>(
    `query ($id: ID!, $ids: [ID!], $unit: ActivityUnit!) { session(id: $id) {
       presentationActivity(presentations: { ids: $ids }) {
         unitIds
         groups(by: CONDITION) {
           condition { conditionId } presentationCount spikeCounts
           mean(unit: $unit) standardDeviation(unit: $unit) standardError(unit: $unit)
         }
       }
     } }`,
    { id, ids: presentationIds(id), unit },
  )
  const { unitIds, groups } = session.presentationActivity
  return groups.flatMap((group) =>
    unitIds
      .map((unitId, column) => ({
        unit_id: Number(unitId),
        stimulus_condition_id: Number(group.condition.conditionId),
        spike_count: group.spikeCounts[0]?.[column],
        stimulus_presentation_count: group.presentationCount,
        spike_mean: group.mean[0]?.[column],
        spike_std: group.standardDeviation[0]?.[column],
        spike_sem: group.standardError[0]?.[column],
      }))
      .sort((a, b) => a.unit_id - b.unit_id),
  )
}

describe.each(goldenSessionIds)('conditionwise_spike_statistics of session %s', (id) => {
  test.each([
    ['conditionwise_spike_statistics', 'COUNT'],
    ['conditionwise_spike_statistics_rates', 'HZ'],
  ] as const)('%s.json is the same to the last bit', async (name, unit) => {
    const golden = goldenResult<GoldenTable>(id, name)
    const rows = await statistics(id, unit)
    for (const column of golden.columns) {
      const received = rows.map((row) => row[column as keyof (typeof rows)[number]])
      expect(received, column).toEqual(goldenColumn(golden, column))
    }
  })
})
