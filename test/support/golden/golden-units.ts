import { expect } from 'vitest'
import { type GoldenTable, goldenColumn } from './golden-answers.ts'

/**
 * Where a unit's answer has what the AllenSDK's table of units has; raw columns of the file too.
 */
const fieldOfColumn: Readonly<Record<string, string>> = {
  id: 'unitId',
  unit_id: 'unitId',
  quality: 'quality',
  waveform_PT_ratio: 'waveform.ptRatio',
  PT_ratio: 'waveform.ptRatio',
  waveform_amplitude: 'waveform.amplitude',
  amplitude: 'waveform.amplitude',
  amplitude_cutoff: 'amplitudeCutoff',
  cluster_id: 'clusterId',
  cumulative_drift: 'cumulativeDrift',
  d_prime: 'dPrime',
  firing_rate: 'firingRate',
  isi_violations: 'isiViolations',
  isolation_distance: 'isolationDistance',
  L_ratio: 'lRatio',
  l_ratio: 'lRatio',
  local_index: 'localIndex',
  max_drift: 'maxDrift',
  nn_hit_rate: 'nnHitRate',
  nn_miss_rate: 'nnMissRate',
  peak_channel_id: 'channel.channelId',
  presence_ratio: 'presenceRatio',
  waveform_recovery_slope: 'waveform.recoverySlope',
  recovery_slope: 'waveform.recoverySlope',
  waveform_repolarization_slope: 'waveform.repolarizationSlope',
  repolarization_slope: 'waveform.repolarizationSlope',
  silhouette_score: 'silhouetteScore',
  snr: 'snr',
  waveform_spread: 'waveform.spread',
  spread: 'waveform.spread',
  waveform_velocity_above: 'waveform.velocityAbove',
  velocity_above: 'waveform.velocityAbove',
  waveform_velocity_below: 'waveform.velocityBelow',
  velocity_below: 'waveform.velocityBelow',
  waveform_duration: 'waveform.duration',
  waveform_halfwidth: 'waveform.halfwidth',
  anterior_posterior_ccf_coordinate: 'channel.anteriorPosteriorCcf',
  dorsal_ventral_ccf_coordinate: 'channel.dorsalVentralCcf',
  left_right_ccf_coordinate: 'channel.leftRightCcf',
  filtering: 'channel.filtering',
  probe_channel_number: 'channel.localIndex',
  probe_horizontal_position: 'channel.horizontalPosition',
  probe_id: 'probe.probeId',
  probe_vertical_position: 'channel.verticalPosition',
  structure_acronym: 'area',
  probe_description: 'probe.name',
  location: 'probe.location',
  probe_sampling_rate: 'probe.samplingRate',
  probe_lfp_sampling_rate: 'probe.lfpSamplingRate',
  probe_has_lfp_data: 'probe.hasLfpData',
}

export const unitFields = `
  unitId quality area clusterId localIndex firingRate isiViolations presenceRatio amplitudeCutoff snr isolationDistance
  lRatio dPrime nnHitRate nnMissRate silhouetteScore maxDrift cumulativeDrift
  channel { channelId localIndex filtering verticalPosition horizontalPosition anteriorPosteriorCcf dorsalVentralCcf leftRightCcf }
  probe { probeId name location samplingRate lfpSamplingRate hasLfpData }
  waveform { duration halfwidth ptRatio repolarizationSlope recoverySlope amplitude spread velocityAbove velocityBelow }`

/**
 * Every column of a table of the AllenSDK's is the field's, row by row. A column of empty
 * texts is one without values.
 */
export function expectUnits(units: readonly unknown[], golden: GoldenTable): void {
  for (const column of golden.columns) {
    const field = fieldOfColumn[column]
    if (!field) throw new Error(`no field for column ${column}`)
    const isId = field.endsWith('Id')
    const received = units.map((unit) => {
      const value = field
        .split('.')
        .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], unit)
      if (isId) return Number(value)
      // The AllenSDK cuts "LGd-sh" to "LGd" here; a response has the file's own name.
      return column === 'structure_acronym' ? String(value).split('-')[0] : value
    })
    const expected = goldenColumn(golden, column).map((value) => (value === '' ? null : value))
    expect(received, column).toEqual(expected)
  }
}
