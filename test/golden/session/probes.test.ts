import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

const columns: Readonly<Record<string, string>> = {
  // The AllenSDK calls the name of the electrode group the description.
  name: 'description',
  location: 'location',
  samplingRate: 'sampling_rate',
  lfpSamplingRate: 'lfp_sampling_rate',
  hasLfpData: 'has_lfp_data',
}

describe.each(goldenSessionIds)('probes of session %s', (id) => {
  test('are those of probes.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'probes')
    const { session } = await served.data<{ session: { probes: Record<string, unknown>[] } }>(
      `query ($id: ID!) { session(id: $id) {
         probes { probeId name location samplingRate lfpSamplingRate hasLfpData }
       } }`,
      { id },
    )
    expect(session.probes.map((probe) => Number(probe.probeId))).toEqual(goldenColumn(golden, 'id'))
    for (const [field, column] of Object.entries(columns)) {
      expect(
        session.probes.map((probe) => probe[field]),
        field,
      ).toEqual(goldenColumn(golden, column))
    }
  })
})
