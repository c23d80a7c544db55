import { describe, expect, test } from 'vitest'
import {
  goldenFolder,
  goldenSessionFile,
  goldenSessionIds,
} from '../../support/golden/golden-folder.ts'
import { hasXarray, runWithExamples } from '../../support/python/python-example.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const served = new ServedFolder(() => goldenSessionIds.map(goldenSessionFile))

/**
 * The dictionary, and the labelled arrays where xarray is there, against the AllenSDK's dataset.
 */
const compare = `
import json, sys
import numpy as np
import notebook_dataset as example

expected_folder, session_id, server, with_xarray = sys.argv[1:]
short_names = {'VISp': 'V1', 'VISl': 'LM', 'VISrl': 'RL', 'VISal': 'AL', 'VISpm': 'PM', 'VISam': 'AM'}
with np.load(expected_folder + '/dataset.npz') as file: expected = {key: file[key] for key in file.files}
with open(expected_folder + '/dataset_meta.json') as file: items = json.load(file)['items']
epochs = sorted({item['epoch_row'] for item in items})

fetched = example.fetch(session_id, server)
dictionary = example.as_dictionary(*fetched)
labelled = example.as_xarray(*fetched) if with_xarray == 'true' else {}
assert list(dictionary) == list(short_names.values())
for item in items:
    counts = expected['%d__%s' % (item['epoch_row'], item['area'])]
    area, row = short_names[item['area']], epochs.index(item['epoch_row'])
    matrix = dictionary[area][row]
    assert matrix.dtype == np.int64 and matrix.shape == counts.shape and np.array_equal(matrix, counts), item
    if labelled:
        array = labelled[area].sel(epoch=item['epoch_row'])
        assert np.array_equal(array, counts), item
        assert array.stimulus_name == item['stimulus_name'], item
        assert array.unit.values.tolist() == item['unit_ids'], item
print(len(items))
`

describe.each(goldenSessionIds)('the dataset of session %s that the example fetches', (id) => {
  test("is the AllenSDK's, cell by cell", async () => {
    const args = [`${goldenFolder}/expected/${id}`, id, served.url, String(await hasXarray())]
    expect(Number(await runWithExamples('-c', compare, ...args))).toBeGreaterThan(40)
  })
})
