import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The tables of a small AllenSDK cache: sessions 1 and 2, a probe, two channels and two units each.
 */
export const smallCache: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify({
    manifest: [{ type: 'manifest_version', value: '0.3.0' }],
  }),
  'sessions.csv': [
    'id,published_at,specimen_id,session_type,age_in_days,sex,genotype,has_nwb',
    '1,2019-10-03T00:00:00Z,11,brain_observatory_1.1,100.0,M,wt/wt,True',
    '2,2019-10-03T00:00:00Z,12,functional_connectivity,,F,,True',
    '3,2019-10-03T00:00:00Z,13,functional_connectivity,90.0,F,,False',
  ].join('\n'),
  'probes.csv': [
    'id,ecephys_session_id,lfp_sampling_rate,lfp_temporal_subsampling_factor,name,sampling_rate,has_lfp_data',
    '10,1,2500.0,2.0,probeA,30000.0,True',
    '20,2,2500.0,,probeB,,False',
  ].join('\n'),
  'channels.csv': [
    'id,ecephys_probe_id,local_index,probe_horizontal_position,probe_vertical_position,anterior_posterior_ccf_coordinate,dorsal_ventral_ccf_coordinate,left_right_ccf_coordinate,ecephys_structure_id,ecephys_structure_acronym',
    '101,10,0,43,20,7500.0,4000.0,6500.0,385.0,VISp',
    '102,10,1,11,40,,,,,',
    '201,20,0,43,20,7500.0,4000.0,6500.0,170.0,LGd',
    '202,20,1,43,40,7500.0,4000.0,6500.0,170.0,LGd',
  ].join('\n'),
  'units.csv': [
    'id,firing_rate,isi_violations,presence_ratio,amplitude_cutoff,duration,ecephys_channel_id',
    '1001,5.5,0.1,0.99,0.1,0.25,101',
    '1002,5.5,0.1,0.99,0.01,0.25,102',
    '2001,5.5,0.1,0.99,0.10000000000000002,0.25,201',
    '2002,5.5,0.5,0.95,0.1,,202',
    '9999,5.5,0.1,0.99,0.01,0.25,999',
  ].join('\n'),
}

/** Write files, by their paths within a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}
