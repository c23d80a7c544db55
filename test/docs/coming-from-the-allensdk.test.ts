import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenFolder } from '../support/golden/golden-folder.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const page = readFileSync(
  new URL('../../docs/coming-from-the-allensdk.md', import.meta.url),
  'utf8',
)
const served = new SharedFolder(`${goldenFolder}/cache`)

/** Each query of the page, under the heading that it stands below. */
const queries = page.split(/^#{2,3} /m).flatMap((section) => {
  const [heading = ''] = section.split('\n')
  return [...section.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, query = '']) => ({
    heading,
    query,
  }))
})

/** Every public member of EcephysProjectCache and EcephysSession, version 2.16.2. */
const members = `
  get_session_table get_probes get_channels get_units get_session_data get_unit_analysis_metrics_for_session
  get_unit_analysis_metrics_by_session_type get_all_session_types get_all_full_genotypes get_structure_acronyms get_all_ages
  get_all_sexes get_natural_movie_template get_natural_scene_template from_warehouse from_lims fixed
  ecephys_session_id session_start_time session_type specimen_name age_in_days sex full_genotype rig_geometry_data
  rig_equipment_name metadata num_units num_channels num_probes num_stimulus_presentations units channels probes
  structure_acronyms structurewise_unit_counts spike_times spike_amplitudes mean_waveforms running_speed
  optogenetic_stimulation_epochs invalid_times get_invalid_times stimulus_presentations stimulus_conditions stimulus_names
  inter_presentation_intervals get_inter_presentation_intervals_for_stimulus get_stimulus_table get_stimulus_epochs
  get_stimulus_parameter_values get_parameter_values_for_stimulus presentationwise_spike_counts presentationwise_spike_times
  conditionwise_spike_statistics channel_structure_intervals get_lfp get_current_source_density get_pupil_data
  get_screen_gaze_data from_nwb_path LazyProperty DETAILED_STIMULUS_PARAMETERS api get_raw_running_data get_running_speed
  get_image nwbfile test`

describe('docs/coming-from-the-allensdk.md', () => {
  test('names every member of the AllenSDK', () => {
    const missing = members
      .trim()
      .split(/\s+/)
      .filter((member) => !page.includes(`\`${member}\``))
    expect(missing).toEqual([])
  })

  test.each(queries)('the query of $heading is answered', async ({ query }) => {
    const { data, errors } = await served.sendQuery<Record<string, unknown>>(query)
    expect(errors).toBeUndefined()
    for (const [field, value] of Object.entries(data ?? {})) expect(value, field).not.toBeNull()
  })
})
