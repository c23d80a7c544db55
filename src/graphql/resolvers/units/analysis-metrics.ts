import { codedValue } from '../../../domain/stimuli/coded-column.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { finiteOrNull } from '../../fields/columns.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import type { AnalysisMetricsResolvers } from '../../generated.ts'
import type { AnalysisMetricsModel } from '../../models.ts'

const numberOf = ({ metrics, row }: AnalysisMetricsModel, column: string) => {
  const value = metrics.columns.get(column)?.[row]
  return typeof value === 'number' ? finiteOrNull(value) : null
}

const metric = (column: string) => (unit: AnalysisMetricsModel) => numberOf(unit, column)

export const AnalysisMetrics: AnalysisMetricsResolvers = {
  areaRf: metric('area_rf'),
  azimuthRf: metric('azimuth_rf'),
  elevationRf: metric('elevation_rf'),
  widthRf: metric('width_rf'),
  heightRf: metric('height_rf'),
  pValueRf: metric('p_value_rf'),
  firingRateRf: metric('firing_rate_rf'),
  firingRateDg: metric('firing_rate_dg'),
  fanoDg: metric('fano_dg'),
  prefOriDg: metric('pref_ori_dg'),
  prefTfDg: metric('pref_tf_dg'),
  gOsiDg: metric('g_osi_dg'),
  gDsiDg: metric('g_dsi_dg'),
  c50Dg: metric('c50_dg'),
  f1F0Dg: metric('f1_f0_dg'),
  modIdxDg: metric('mod_idx_dg'),
  runModDg: metric('run_mod_dg'),
  lifetimeSparsenessDg: metric('lifetime_sparseness_dg'),
  firingRateSg: metric('firing_rate_sg'),
  prefOriSg: metric('pref_ori_sg'),
  prefSfSg: metric('pref_sf_sg'),
  prefPhaseSg: metric('pref_phase_sg'),
  gOsiSg: metric('g_osi_sg'),
  timeToPeakSg: metric('time_to_peak_sg'),
  firingRateFl: metric('firing_rate_fl'),
  onOffRatioFl: metric('on_off_ratio_fl'),
  sustainedIdxFl: metric('sustained_idx_fl'),
  timeToPeakFl: metric('time_to_peak_fl'),
  firingRateNs: metric('firing_rate_ns'),
  prefImageNs: metric('pref_image_ns'),
  imageSelectivityNs: metric('image_selectivity_ns'),
  lifetimeSparsenessNs: metric('lifetime_sparseness_ns'),
  firingRateDm: metric('firing_rate_dm'),
  prefSpeedDm: metric('pref_speed_dm'),

  async prefFrameNs(unit, _args, { loaders }) {
    const id = numberOf(unit, 'pref_image_ns')
    if (id === null || !unit.session.available) return null
    const { count, parameters } = await loaders.load(unit.session, 'stimulusConditions')
    const frames = parameters.columns.find(({ name }) => name === 'frame')
    const frame = frames && id >= 0 && id < count ? codedValue(frames, id) : null
    return typeof frame === 'number' ? frame : null
  },

  onScreenRf(unit) {
    const value = numberOf(unit, 'on_screen_rf')
    return value === 0 || value === 1 ? value === 1 : null
  },

  all(unit, { names }, { budget }, info) {
    const { metrics, row } = unit
    const wanted = names ?? metrics.names
    const unknown = wanted.find((name) => !metrics.names.includes(name))
    if (unknown !== undefined) {
      throw new InvalidArgumentError(
        `There is no analysis metric "${unknown}". Available: ${metrics.names.join(', ')}.`,
      )
    }
    budget.chargeList(wanted.length, fieldsBelow(info))
    return wanted.map((name) => {
      const entry = metrics.columns.get(name)?.[row]
      return { name, value: numberOf(unit, name), text: typeof entry === 'string' ? entry : null }
    })
  },
}
