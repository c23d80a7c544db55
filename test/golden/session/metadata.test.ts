import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Golden {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly rig_geometry: Readonly<Record<string, unknown>>
}

describe.each(goldenSessionIds)('metadata of session %s', (id) => {
  const { metadata, rig_geometry } = goldenResult<Golden>(id, 'metadata')

  test('has the rig of metadata.json', async () => {
    const vector = '{ x y z }'
    const { session } = await served.data<{ session: { rig: Record<string, unknown> } }>(
      `query ($id: ID!) { session(id: $id) { rig {
         equipmentName monitorPosition ${vector} monitorRotation ${vector}
         cameraPosition ${vector} cameraRotation ${vector} ledPosition ${vector}
       } } }`,
      { id },
    )
    expect(session.rig).toEqual({
      equipmentName: metadata.rig_equipment_name,
      monitorPosition: rig_geometry.monitor_position_mm,
      monitorRotation: rig_geometry.monitor_rotation_deg,
      cameraPosition: rig_geometry.camera_position_mm,
      cameraRotation: rig_geometry.camera_rotation_deg,
      ledPosition: rig_geometry.led_position_mm,
    })
  })

  test('has the animal and the clock of metadata.json', async () => {
    const { session } = await served.data<{ session: Record<string, unknown> }>(
      `query ($id: ID!) { session(id: $id) {
         id sessionType startTime subject { specimenName genotype sex ageInDays } probes { probeId }
       } }`,
      { id },
    )
    const { probes, ...known } = session
    expect(known).toEqual({
      id: String(metadata.ecephys_session_id),
      sessionType: metadata.session_type,
      startTime: metadata.session_start_time,
      subject: {
        specimenName: metadata.specimen_name,
        genotype: metadata.full_genotype,
        sex: metadata.sex,
        ageInDays: metadata.age_in_days,
      },
    })
    expect(probes).toHaveLength(metadata.num_probes as number)
  })
})
