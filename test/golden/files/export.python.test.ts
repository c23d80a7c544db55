import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../cli/run-in-one-process.ts'
import {
  goldenFolder,
  goldenSessionFile,
  goldenSessionIds,
} from '../../support/golden/golden-folder.ts'
import { repackedGoldenSession } from '../../support/golden/repacked-session.ts'
import { runPython } from '../../support/python/python.ts'
import { layouts } from '../../support/recordings/repack.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-golden-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The files as Python reads them, against the AllenSDK's dataset; every warning is an error. */
const compare = `
import json, pickle, sys, warnings
warnings.simplefilter('error')
import numpy as np
expected_folder, npz_file, pickle_file = sys.argv[1:]
short_names = {'VISp': 'V1', 'VISl': 'LM', 'VISrl': 'RL', 'VISal': 'AL', 'VISpm': 'PM', 'VISam': 'AM'}
with np.load(expected_folder + '/dataset.npz') as npz: expected = {key: npz[key] for key in npz.files}
with np.load(npz_file) as npz: written = {key: npz[key] for key in npz.files}
with open(pickle_file, 'rb') as file: pickled = pickle.load(file)
with open(expected_folder + '/dataset_meta.json') as file: items = json.load(file)['items']

def same(a, b): return a.dtype == b.dtype and a.shape == b.shape and np.array_equal(a, b)

assert {key for key in written if key[0].isdigit()} == set(expected)
assert list(pickled) == list(short_names.values())
epochs = written['epoch_index'].tolist()
for item in items:
    key, row = '%d__%s' % (item['epoch_row'], item['area']), epochs.index(item['epoch_row'])
    assert same(written[key], expected[key]), key
    assert same(pickled[short_names[item['area']]][row], expected[key].astype(np.int64)), key
    assert written['unit_ids__' + item['area']].tolist() == item['unit_ids'], key
    assert written['epoch_stimulus_name'][row] == item['stimulus_name'], key
    assert written['epoch_block'][row] == item['stimulus_block'], key
    assert written['window_start'][row] == item['start'], key
assert np.array_equal(written['bin_edges'], np.arange(0, 100.1, 0.1))
print(len(items))
`

const recordings = goldenSessionIds.flatMap((id) =>
  (['as published', ...layouts] as const).map((layout) => ({ id, layout })),
)

describe.each(recordings)('the exported dataset of session $id, $layout', ({ id, layout }) => {
  test("is the AllenSDK's, cell by cell, in both formats", async () => {
    const recording =
      layout === 'as published' ? goldenSessionFile(id) : repackedGoldenSession(id, layout)
    const files = ['npz', 'pkl'].map((format) => join(folder, `${layout}-${id}.${format}`))
    for (const file of files) {
      const { code, stderr } = await run(['export', 'dataset', recording, '--out', file])
      expect({ code, stderr }).toMatchObject({ code: 0 })
    }
    const compared = runPython(compare, [`${goldenFolder}/expected/${id}`, ...files])
    expect(Number(compared)).toBeGreaterThan(40)
  })
})
