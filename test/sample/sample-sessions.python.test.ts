import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleSessions } from '../../src/sample/sample-sessions.ts'
import { runPython } from '../support/python/python.ts'
import { sampleFolder } from '../support/recordings/sample.ts'

interface Report {
  root: Record<string, string>
  specification: string
  links: Record<string, string>
  layouts: string[]
  dtypes: Record<string, string>
  colnames: string[]
  faults: string[]
  reasons: Record<string, number>
  passing: number
  waveforms: number[]
  epochs: [name: string, block: number | null][]
}

/** What h5py and numpy say of a session; every table and every index is walked. */
const INSPECT = `
import h5py, json, sys
import numpy as np

f = h5py.File(sys.argv[1], 'r')
faults, layouts = [], set()

def walk(name, item):
    if isinstance(item, h5py.Group):
        if 'colnames' in item.attrs:
            rows = len(item['id'])
            for c in item.attrs['colnames']:
                if c not in item:
                    faults.append(f'{name}: no {c}'); continue
                length = len(item[c])
                if c + '_index' in item:
                    index = item[c + '_index']
                    ends = index[:]
                    if f[index.attrs['target']] != item[c]: faults.append(f'{name}/{c}_index: target')
                    if np.any(np.diff(ends) < 0) or ends[-1] != length: faults.append(f'{name}/{c}_index: ends')
                    length = len(ends)
                if length != rows: faults.append(f'{name}/{c}: {length} rows, not {rows}')
        return
    layouts.add(f'{item.id.get_create_plist().get_layout()} {item.compression}')
    for key in ('namespace', 'neurodata_type', 'object_id'):
        if item.name.split('/')[1] in ('units', 'intervals') and key not in item.attrs:
            faults.append(f'{name}: no {key}')

f.visititems(walk)

series = f['processing/stimulus/timestamps/timestamps'][:]
for name, table in f['intervals'].items():
    if 'timeseries' not in table: continue
    entries = table['timeseries'][:]
    if not np.array_equal(series[entries['idx_start']], table['start_time'][:]): faults.append(f'{name}: idx_start')
    if {f[r].name for r in entries['timeseries'][::100]} != {'/processing/stimulus/timestamps'}: faults.append(f'{name}: reference')

units, electrodes = f['units'], f['general/extracellular_ephys/electrodes']
for row, group in enumerate(electrodes['group'][:]):
    if f[group].name.split('/')[-1] != electrodes['group_name'].asstr()[row]: faults.append('electrodes: group')

times, ends = units['spike_times'][:], units['spike_times_index'][:]
starts = np.concatenate([[0], ends[:-1]])
for a, b in zip(starts, ends):
    if np.any(np.diff(times[a:b]) < 0): faults.append('spike times not ascending')
if times.min() < 0 or not np.all(units['spike_amplitudes'][:] > 0): faults.append('spikes')

row_of = {c: i for i, c in enumerate(electrodes['id'][:])}
rows = np.array([row_of[c] for c in units['peak_channel_id'][:]])
area = electrodes['location'].asstr()[:][rows]
m = {c: units[c][:] for c in ('amplitude_cutoff', 'presence_ratio', 'isi_violations')}
reasons = {
    'invalid channel': ~electrodes['valid_data'][:][rows],
    'outside': area == '',
    'noise': units['quality'].asstr()[:] != 'good',
    'cutoff': m['amplitude_cutoff'] > 0.1,
    'presence': m['presence_ratio'] < 0.95,
    'isi': m['isi_violations'] > 0.5,
    **{'nan ' + c: np.isnan(v) for c, v in m.items()},
}
fails = np.sum(list(reasons.values()), axis=0)
limits = (m['amplitude_cutoff'] == 0.1) & (m['presence_ratio'] == 0.95) & (m['isi_violations'] == 0.5) & (fails == 0)

presentations = []
for table in f['intervals'].values():
    if 'stimulus_name' not in table: continue
    blocks = table['stimulus_block'][:] if 'stimulus_block' in table else [None] * len(table['id'])
    presentations += zip(table['start_time'][:], table['stimulus_name'].asstr()[:], blocks)
epochs = []
for _, name, block in sorted(presentations, key=lambda p: p[0]):
    if not epochs or epochs[-1][1] != block: epochs.append([name, block])

print(json.dumps({
    'root': {k: str(f.attrs[k]) for k in ('namespace', 'neurodata_type', 'nwb_version')},
    'specification': f[f.attrs['.specloc']].name + ' ' + ' '.join(f[f.attrs['.specloc']]),
    'links': {n: f['general/extracellular_ephys'].get(n + '/device', getlink=True).path for n in ('probeA', 'probeF')},
    'layouts': sorted(layouts),
    'dtypes': {n: str(f[n].dtype) for n in ('units/id', 'units/spike_times', 'units/spike_times_index',
        'general/extracellular_ephys/electrodes/valid_data', 'intervals/gabors_presentations/stimulus_block')},
    'colnames': list(units.attrs['colnames']),
    'faults': faults,
    'reasons': {**{k: int(np.sum(v & (fails == 1))) for k, v in reasons.items()}, 'at the limits': int(limits.sum())},
    'passing': int(np.sum(fails == 0)),
    'waveforms': [*units['waveform_mean'].shape, int(units['waveform_mean'][:24].min(axis=1).argmin())],
    'epochs': epochs,
}))
`

let reports: Report[]

beforeAll(() => {
  reports = sampleSessions.map(({ id }) => {
    const path = join(sampleFolder, `session_${id}`, `session_${id}.nwb`)
    return JSON.parse(runPython(INSPECT, [path]))
  })
})

describe('a sample session, read with h5py', () => {
  test('is an NWB file with the extension in it, and nothing of core', () => {
    for (const { root, specification } of reports) {
      expect(root).toEqual({ namespace: 'core', neurodata_type: 'NWBFile', nwb_version: '2.2.2' })
      expect(specification).toBe('/specifications ndx-aibs-ecephys')
    }
  })

  test('has contiguous, uncompressed data of the released types', () => {
    for (const { layouts, dtypes } of reports) {
      // HDF5 numbers layouts: 1 is contiguous
      expect(layouts).toEqual(['1 None'])
      expect(dtypes).toEqual({
        'units/id': 'int64',
        'units/spike_times': 'float64',
        'units/spike_times_index': 'int64',
        'general/extracellular_ephys/electrodes/valid_data': 'bool',
        'intervals/gabors_presentations/stimulus_block': 'float64',
      })
    }
  })

  test('has tables whose columns, indices and references all fit', () => {
    for (const { faults, links, colnames } of reports) {
      expect(faults).toEqual([])
      expect(links).toEqual({
        probeA: '/general/devices/probeA',
        probeF: '/general/devices/probeF',
      })
      expect(colnames).toHaveLength(29)
    }
  })

  test('has units that pass, and units that fail each default filter for that reason only', () => {
    for (const { reasons, passing } of reports) {
      for (const [reason, count] of Object.entries(reasons)) {
        expect(count, reason).toBeGreaterThanOrEqual(6)
      }
      // every second unit of a probe's 43
      expect(passing).toBe(6 * 22)
    }
  })

  test('has mean waveforms that are deepest on the peak channel', () => {
    for (const { waveforms } of reports) {
      const [rows, samples, deepest] = waveforms
      expect([rows, samples]).toEqual([258 * 24, 82])
      expect(deepest).toBeLessThan(24)
    }
  })

  test('has the blocks of its type of session, with spontaneous activity between', () => {
    const stimuli = reports.map(({ epochs }) =>
      epochs.filter(([, block]) => block !== null).map(([name]) => name),
    )
    expect(stimuli[0]).toEqual([
      ...['gabors', 'flashes', 'drifting_gratings', 'natural_movie_three', 'natural_movie_one'],
      ...['drifting_gratings', 'natural_movie_three', 'drifting_gratings', 'static_gratings'],
      ...['natural_scenes', 'natural_scenes', 'static_gratings', 'natural_movie_one'],
      ...['natural_scenes', 'static_gratings'],
    ])
    expect(stimuli[1]).toEqual(stimuli[0])
    expect(stimuli[2]).toContain('dot_motion')
    for (const { epochs } of reports) {
      expect(epochs.map(([name]) => name === 'spontaneous')).toEqual(
        epochs.map((_, i) => i % 2 === 0),
      )
    }
  })
})
