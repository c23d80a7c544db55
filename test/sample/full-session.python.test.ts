import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFullSession } from '../../src/sample/full-session.ts'
import { runPython } from '../support/python/python.ts'

/**
 * The layout of the full session at a smaller scale: its three large columns
 * are streamed in the same way.
 */
const INSPECT = `
import h5py, json, os, sys
import numpy as np

f = h5py.File(sys.argv[1], 'r')
units = f['units']
columns = [units[c] for c in ('spike_times', 'spike_amplitudes', 'waveform_mean')]
ends = units['spike_times_index'][:]
times = units['spike_times'][:]
parts = np.split(times, ends[:-1])
print(json.dumps({
    'size': os.path.getsize(sys.argv[1]),
    'shapes': [c.shape for c in columns],
    'end': max(c.id.get_offset() + c.id.get_storage_size() for c in columns),
    'gaps': [b.id.get_offset() - a.id.get_offset() - a.id.get_storage_size() for a, b in zip(columns, columns[1:])],
    'ascending': all(np.all(np.diff(p) >= 0) for p in parts),
    'rates': bool(np.allclose(units['firing_rate'][:] * 9600, [len(p) for p in parts])),
    'last': [units['spike_amplitudes'][-1] > 0, float(np.abs(units['waveform_mean'][-384:]).max()) > 10],
    'presentations': sum(len(t['id']) for t in f['intervals'].values()),
    'blocks': len(set().union(*(set(t['stimulus_block'][:]) for t in f['intervals'].values() if 'stimulus_block' in t))),
    'channels': len(f['general/extracellular_ephys/electrodes/id']),
}, default=bool))
`

const UNITS = 60
const SPIKES = 50_000

let folder: string
let report: Record<string, unknown>
let lastProgress: { readonly done: number; readonly total: number }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-full-'))
  const file = join(folder, 'session.nwb')
  await writeFullSession(file, {
    units: UNITS,
    spikes: SPIKES,
    onProgress: (done, total) => {
      lastProgress = { done, total }
    },
  })
  report = JSON.parse(runPython(INSPECT, [file]))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('writeFullSession', () => {
  test('has as many units and spikes as were asked for', () => {
    expect(report.shapes).toEqual([[SPIKES], [SPIKES], [384 * UNITS, 82]])
    expect(report).toMatchObject({ ascending: true, rates: true, last: [true, true] })
  })

  test('puts the large columns one after another at the end of the file', () => {
    expect(report.gaps).toEqual([0, 0])
    expect(report.end).toBe(report.size)
  })

  test('has the schedule and the channels of a real session', () => {
    expect(report).toMatchObject({ blocks: 15, channels: 2196, presentations: 70_386 })
  })

  test('reports its progress up to the last byte', () => {
    expect(lastProgress.done).toBe(lastProgress.total)
  })
})
