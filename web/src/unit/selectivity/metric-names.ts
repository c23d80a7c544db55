import type { ResponseStimulus } from '../../gql/graphql.ts'

/** The kind of a stimulus whose response metrics are defined; null: there are none. */
export function responseKind(stimulus: string): ResponseStimulus | null {
  if (stimulus.startsWith('drifting_gratings')) return 'DRIFTING_GRATINGS'
  if (stimulus === 'static_gratings') return 'STATIC_GRATINGS'
  if (stimulus === 'natural_scenes') return 'NATURAL_SCENES'
  if (stimulus.startsWith('flash')) return 'FLASHES'
  if (stimulus === 'dot_motion' || stimulus === 'motion_stimulus') return 'DOT_MOTION'
  return null
}

const texts: Readonly<Record<string, string>> = {
  pref_ori: 'Preferred orientation (°)',
  pref_tf: 'Preferred temporal frequency (Hz)',
  pref_sf: 'Preferred spatial frequency (cycles/°)',
  pref_phase: 'Preferred phase',
  pref_speed: 'Preferred speed',
  pref_dir: 'Preferred direction (°)',
  pref_image: 'Preferred image',
  g_osi: 'Global orientation selectivity',
  g_dsi: 'Global direction selectivity',
  osi: 'Orientation selectivity',
  dsi: 'Direction selectivity',
  f1_f0: 'F1/F0: modulation at the stimulus’s frequency',
  mod_idx: 'Modulation index',
  c50: 'Contrast of half the response',
  firing_rate: 'Firing rate (Hz)',
  fano: 'Fano factor',
  lifetime_sparseness: 'Lifetime sparseness',
  run_mod: 'Modulation by running',
  run_pval: 'p value of the modulation by running',
  time_to_peak: 'Time to the peak (s)',
  on_off_ratio: 'On/off ratio',
  sustained_idx: 'Sustained index',
  image_selectivity: 'Image selectivity',
}

/** `g_osi_dg` in words; the name itself where it has none here. */
export function metricName(name: string): string {
  return texts[name.replace(/_[a-z]{2}$/, '')] ?? name
}

/** Flags that say whether another metric has several answers are no metrics of their own. */
export const isShown = (name: string) => !/_multi_[a-z]{2}$/.test(name)
