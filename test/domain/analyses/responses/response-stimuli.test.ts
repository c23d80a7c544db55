import { describe, expect, test } from 'vitest'
import {
  metricName,
  metricNames,
  responseStimuli,
} from '../../../../src/domain/analyses/responses/response-stimuli.ts'

describe('the metrics of a stimulus', () => {
  test("have the names of the AllenSDK's tables", () => {
    expect(metricName('gOsi', 'driftingGratings')).toBe('g_osi_dg')
    expect(metricName('f1F0', 'driftingGratings')).toBe('f1_f0_dg')
    expect(metricName('prefImagesMulti', 'naturalScenes')).toBe('pref_images_multi_ns')
    expect(metricName('area', 'receptiveFieldMapping')).toBe('area_rf')
  })

  test.each([
    [
      'driftingGratings',
      `pref_ori_dg pref_ori_multi_dg pref_tf_dg pref_tf_multi_dg f1_f0_dg mod_idx_dg g_osi_dg
       g_dsi_dg osi_dg dsi_dg firing_rate_dg fano_dg lifetime_sparseness_dg run_pval_dg run_mod_dg`,
    ],
    [
      'staticGratings',
      `pref_sf_sg pref_sf_multi_sg pref_ori_sg pref_ori_multi_sg pref_phase_sg pref_phase_multi_sg
       g_osi_sg osi_sg time_to_peak_sg firing_rate_sg fano_sg lifetime_sparseness_sg run_pval_sg
       run_mod_sg`,
    ],
    [
      'naturalScenes',
      `pref_image_ns pref_images_multi_ns pref_frame_ns image_selectivity_ns time_to_peak_ns
       firing_rate_ns fano_ns lifetime_sparseness_ns run_pval_ns run_mod_ns`,
    ],
    [
      'flashes',
      `on_off_ratio_fl sustained_idx_fl time_to_peak_fl firing_rate_fl fano_fl
       lifetime_sparseness_fl run_pval_fl run_mod_fl`,
    ],
    [
      'receptiveFieldMapping',
      `azimuth_rf elevation_rf area_rf time_to_peak_rf firing_rate_rf fano_rf
       lifetime_sparseness_rf run_pval_rf run_mod_rf`,
    ],
    [
      'dotMotion',
      `pref_speed_dm pref_dir_dm time_to_peak_dm firing_rate_dm fano_dm lifetime_sparseness_dm
       run_pval_dm run_mod_dm`,
    ],
    ['naturalMovies', 'firing_rate_nm fano_nm lifetime_sparseness_nm run_pval_nm run_mod_nm'],
  ] as const)('of %s', (stimulus, names) => {
    expect(metricNames(stimulus)).toEqual(names.split(/\s+/))
  })
})

test.each([
  ['driftingGratings', 2],
  ['staticGratings', 0.25],
  ['naturalScenes', 0.25],
  ['flashes', 0.25],
  ['receptiveFieldMapping', 0.25],
  ['dotMotion', 1],
  ['naturalMovies', null],
] as const)('a trial of %s takes %d s', (stimulus, seconds) => {
  expect(responseStimuli[stimulus].trialDuration).toBe(seconds)
})

test.each([
  ['driftingGratings', 'drifting_gratings_75_repeats', 'drifting_gratings_contrast'],
  ['staticGratings', 'static_gratings', 'static_gratings_2'],
  ['naturalScenes', 'natural images', 'natural_movie_one'],
  ['flashes', 'flash_250ms', 'a_flash'],
  ['receptiveFieldMapping', 'receptive_field_mapping_2', 'spontaneous'],
  ['receptiveFieldMapping', 'gabors', 'spontaneous'],
  ['dotMotion', 'dot_motion', 'dot'],
] as const)('%s are known by the name %s, not %s', (stimulus, name, other) => {
  const { isName } = responseStimuli[stimulus]
  expect([isName?.(name), isName?.(other)]).toEqual([true, false])
})
