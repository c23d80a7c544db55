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
  filtering: 'filtering',
  localIndex: 'probe_channel_number',
  horizontalPosition: 'probe_horizontal_position',
  verticalPosition: 'probe_vertical_position',
  area: 'ecephys_structure_acronym',
  anteriorPosteriorCcf: 'anterior_posterior_ccf_coordinate',
  dorsalVentralCcf: 'dorsal_ventral_ccf_coordinate',
  leftRightCcf: 'left_right_ccf_coordinate',
}

describe.each(goldenSessionIds)('channels of session %s', (id) => {
  test('that are valid are those of channels.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'channels')
    const { session } = await served.data<{
      session: { channels: { nodes: (Record<string, unknown> & { probe: { probeId: string } })[] } }
    }>(
      `query ($id: ID!) { session(id: $id) { channels(where: { validOnly: true }) { nodes {
         channelId filtering localIndex horizontalPosition verticalPosition area probe { probeId }
         anteriorPosteriorCcf dorsalVentralCcf leftRightCcf
       } } } }`,
      { id },
    )
    const { nodes } = session.channels
    expect(nodes.map((channel) => Number(channel.channelId))).toEqual(goldenColumn(golden, 'id'))
    expect(nodes.map(({ probe }) => Number(probe.probeId))).toEqual(
      goldenColumn(golden, 'probe_id'),
    )
    for (const [field, column] of Object.entries(columns)) {
      expect(
        nodes.map((channel) => channel[field]),
        field,
      ).toEqual(goldenColumn(golden, column))
    }
  })
})
