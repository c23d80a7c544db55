import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprint, goldenMatrices } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { runPython } from '../../support/python/python.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-arrays-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function download(address: string): Promise<Buffer> {
  const response = await fetch(served.url + address)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** The file as numpy reads it, against the AllenSDK's dataset; every warning is an error. */
const compareDataset = `
import json, sys, warnings
warnings.simplefilter('error')
import numpy as np
expected_folder, npz_file = sys.argv[1:]
with np.load(expected_folder + '/dataset.npz') as npz: expected = {key: npz[key] for key in npz.files}
with np.load(npz_file) as npz: written = {key: npz[key] for key in npz.files}
with open(expected_folder + '/dataset_meta.json') as file: items = json.load(file)['items']
assert {key for key in written if key[0].isdigit()} == set(expected)
for key, matrix in expected.items():
    assert written[key].dtype == matrix.dtype and np.array_equal(written[key], matrix), key
for item in items:
    assert written['unit_ids__' + item['area']].tolist() == item['unit_ids'], item
print(len(items))
`

/** Each file as numpy reads it, against the matrix of the AllenSDK's dataset that it is of. */
const compareMatrices = `
import json, sys, warnings
warnings.simplefilter('error')
import numpy as np
expected = np.load(sys.argv[1] + '/dataset.npz')
def sparse(npz):
    dense = np.zeros(npz['shape'], npz['data'].dtype)
    dense[np.repeat(np.arange(npz['shape'][0]), np.diff(npz['indptr'])), npz['indices']] = npz['data']
    return dense
def text(file): return np.loadtxt(file, delimiter=',', skiprows=1, ndmin=2)[:, 1:]
readers = {'NPY': np.load, 'NPZ': lambda file: np.load(file)['counts'], 'CSR': lambda file: sparse(np.load(file)), 'CSV': text}
for key, format, file in json.load(open(sys.argv[2])):
    matrix = readers[format](file)
    assert matrix.shape == expected[key].shape and np.array_equal(matrix, expected[key]), (key, format)
print('equal')
`

describe.each(goldenSessionIds)('the arrays of session %s', (id) => {
  test("the dataset is the AllenSDK's, cell by cell", async () => {
    const { session } = await served.data<{ session: { dataset: { href: string } } }>(
      'query ($id: ID!) { session(id: $id) { dataset { href } } }',
      { id },
    )
    const file = join(folder, `${id}.npz`)
    await writeFile(file, await download(session.dataset.href))
    const compared = runPython(compareDataset, [`${goldenFolder}/expected/${id}`, file])
    expect(Number(compared)).toBeGreaterThan(40)
  })

  test("each matrix of two epochs is the AllenSDK's, in every format", async () => {
    const expected = goldenMatrices(id)
    const epochs = [...new Set(expected.map((matrix) => matrix.epoch_row))].slice(0, 2)
    const formats = ['NPY', 'NPZ', 'CSR', 'CSV'] as const
    const { session } = await served.data<{
      session: {
        stimulusEpochs: {
          index: number
          binnedActivity: ({ area: { acronym: string } } & Record<string, string>)[]
        }[]
      }
    }>(
      `query ($id: ID!, $epochs: [Int!]) { session(id: $id) { stimulusEpochs(where: { indexes: $epochs }) { index
         binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"]) {
           area { acronym } ${formats.map((format) => `${format}: href(format: ${format})`).join(' ')} ARROW: href(format: ARROW)
         } } } }`,
      { id, epochs },
    )
    const files: string[][] = []
    for (const { index, binnedActivity } of session.stimulusEpochs) {
      for (const { area, ARROW, ...addresses } of binnedActivity) {
        const key = `${index}__${area.acronym}`
        for (const format of formats) {
          const file = join(folder, `${id}-${key}.${format}`)
          await writeFile(file, await download(addresses[format]))
          files.push([key, format, file])
        }
        const matrix = expected.find(
          (golden) => golden.epoch_row === index && golden.area === area.acronym,
        )
        const [starts, ...units] = tableFromIPC(await download(ARROW as string)).children
        const cells = Array.from({ length: starts?.length ?? 0 }, (_, bin) =>
          units.map((unit) => Number(unit.get(bin))),
        )
        expect(fingerprint(cells.flat())).toBe(matrix?.sha256_u16_c_order)
      }
    }
    expect(files).toHaveLength(48)
    const list = join(folder, `${id}.json`)
    await writeFile(list, JSON.stringify(files))
    expect(runPython(compareMatrices, [`${goldenFolder}/expected/${id}`, list]).trim()).toBe(
      'equal',
    )
  })
})
