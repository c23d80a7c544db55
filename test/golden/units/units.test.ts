import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unitIds } from '../../support/servers/unit-ids.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

describe.each(goldenSessionIds)('units of session %s', (id) => {
  test('are those of units.json, in its order', async () => {
    const units = goldenResult<GoldenTable>(id, 'units')
    expect(await unitIds(served, id, '{}')).toEqual(goldenColumn(units, 'unit_id'))
  })

  test('have the metrics of units.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'units')
    const { session } = await served.data<{
      session: { units: { nodes: Record<string, never>[] } }
    }>(
      `query ($id: ID!) {
         session(id: $id) { units { nodes {
           firingRate isiViolations presenceRatio amplitudeCutoff snr isolationDistance lRatio dPrime
           nnHitRate nnMissRate silhouetteScore maxDrift cumulativeDrift clusterId localIndex
           area channel { channelId verticalPosition horizontalPosition anteriorPosteriorCcf dorsalVentralCcf leftRightCcf }
           probe { probeId name samplingRate lfpSamplingRate hasLfpData }
           waveform { duration ptRatio repolarizationSlope recoverySlope amplitude spread velocityAbove velocityBelow }
         } } }
       }`,
      { id },
    )
    const columns: Record<string, string> = {
      firingRate: 'firing_rate',
      isiViolations: 'isi_violations',
      presenceRatio: 'presence_ratio',
      amplitudeCutoff: 'amplitude_cutoff',
      snr: 'snr',
      isolationDistance: 'isolation_distance',
      lRatio: 'L_ratio',
      dPrime: 'd_prime',
      nnHitRate: 'nn_hit_rate',
      silhouetteScore: 'silhouette_score',
      maxDrift: 'max_drift',
      cumulativeDrift: 'cumulative_drift',
      clusterId: 'cluster_id',
      localIndex: 'local_index',
      area: 'ecephys_structure_acronym',
      'channel.verticalPosition': 'probe_vertical_position',
      'channel.horizontalPosition': 'probe_horizontal_position',
      'channel.anteriorPosteriorCcf': 'anterior_posterior_ccf_coordinate',
      'channel.dorsalVentralCcf': 'dorsal_ventral_ccf_coordinate',
      'channel.leftRightCcf': 'left_right_ccf_coordinate',
      'probe.name': 'probe_description',
      'probe.samplingRate': 'probe_sampling_rate',
      'probe.lfpSamplingRate': 'probe_lfp_sampling_rate',
      'probe.hasLfpData': 'probe_has_lfp_data',
      'waveform.duration': 'waveform_duration',
      'waveform.ptRatio': 'waveform_PT_ratio',
      'waveform.repolarizationSlope': 'waveform_repolarization_slope',
      'waveform.recoverySlope': 'waveform_recovery_slope',
      'waveform.amplitude': 'waveform_amplitude',
      'waveform.spread': 'waveform_spread',
      'waveform.velocityAbove': 'waveform_velocity_above',
      'waveform.velocityBelow': 'waveform_velocity_below',
    }
    for (const [field, column] of Object.entries(columns)) {
      const received = session.units.nodes.map((unit) =>
        field
          .split('.')
          .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], unit),
      )
      expect(received, field).toEqual(goldenColumn(golden, column))
    }
    const missRates = goldenColumn(golden, 'nn_miss_rate').map((rate) =>
      rate === '' ? null : rate,
    )
    expect(session.units.nodes.map((unit) => unit.nnMissRate)).toEqual(missRates)
  })
})
