import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileFormat, fileFormats } from '../../../src/formats/file-format.ts'
import type { LabelledMatrix } from '../../../src/formats/matrices/labelled-matrix.ts'
import { encodeMatrixFile } from '../../../src/formats/matrices/matrix-file.ts'
import { wholeFile } from '../../support/file-bytes.ts'
import { runPython } from '../../support/python/python.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-matrix-'))
})
afterAll(() => rm(folder, { recursive: true }))

const matrix: LabelledMatrix = {
  matrix: { binCount: 3, unitCount: 2, counts: Uint16Array.of(0, 300, 0, 0, 7, 1) },
  unitIds: Float64Array.of(950_911_932, 950_911_986),
  labels: {
    sessionId: '756029989',
    fileVersion: 'a1b2c3d4e5f6',
    area: 'VISp',
    start: 74.1,
    stop: 74.4,
    binSize: 0.1,
    epoch: { index: 1, stimulusName: 'gabors', block: 0, startTime: 84.1, stopTime: 90 },
  },
}

/** What Python makes of the file, with every warning an error; `argv[1]` is the file. */
async function inPython(format: FileFormat, lines: string): Promise<unknown> {
  const file = join(folder, `matrix${fileFormats[format].ending}`)
  await writeFile(file, await wholeFile(await encodeMatrixFile(format, matrix)))
  const program = `import sys, json, zipfile, warnings; warnings.simplefilter('error')\nimport numpy as np\n${lines}`
  return JSON.parse(runPython(program, [file]))
}

const cells = [
  [0, 300],
  [0, 0],
  [7, 1],
]

test('numpy reads .npy', async () => {
  const array = await inPython(
    'npy',
    'array = np.load(sys.argv[1])\nprint(json.dumps([str(array.dtype), array.tolist()]))',
  )
  expect(array).toEqual(['uint16', cells])
})

test('numpy reads .npz, and its checksums hold', async () => {
  const arrays = await inPython(
    'npz',
    `assert zipfile.ZipFile(sys.argv[1]).testzip() is None
with np.load(sys.argv[1]) as npz: print(json.dumps({key: [str(npz[key].dtype), npz[key].tolist()] for key in npz.files}))`,
  )
  expect(arrays).toEqual({
    counts: ['uint16', cells],
    unit_ids: ['int64', [950_911_932, 950_911_986]],
    bin_start: ['float64', [0, 0.1, 0.2]],
    bin_edges: ['float64', [0, 0.1, 0.2, 3 * 0.1]],
    start: ['float64', 74.1],
    stop: ['float64', 74.4],
    bin_size: ['float64', 0.1],
    area: ['<U4', 'VISp'],
    session_id: ['<U9', '756029989'],
    file_version: ['<U12', 'a1b2c3d4e5f6'],
    epoch_index: ['int64', 1],
    epoch_stimulus_name: ['<U6', 'gabors'],
    epoch_start_time: ['float64', 84.1],
    xarray: [expect.stringMatching(/^<U/), expect.stringContaining('"counts"')],
  })
})

test('numpy reads .csv', async () => {
  const table = await inPython(
    'csv',
    `table = np.genfromtxt(sys.argv[1], delimiter=',', names=True, deletechars='')
print(json.dumps([table.dtype.names, table.tolist()]))`,
  )
  expect(table).toEqual([
    ['bin_start', '950911932', '950911986'],
    [
      [74.1, 0, 300],
      [74.1 + 0.1, 0, 0],
      [74.1 + 0.2, 7, 1],
    ],
  ])
})

test('.csr.npz holds what scipy.sparse.load_npz looks for, as the types that it wants', async () => {
  const sparse = await inPython(
    'csr',
    `with np.load(sys.argv[1]) as npz:
  assert npz['format'].item() == 'csr'
  shape, data, indices, indptr = (npz[key] for key in ('shape', 'data', 'indices', 'indptr'))
dense = np.zeros(shape, data.dtype)
dense[np.repeat(np.arange(shape[0]), np.diff(indptr)), indices] = data
print(json.dumps([dense.tolist(), [str(a.dtype) for a in (shape, data, indices, indptr)]]))`,
  )
  expect(sparse).toEqual([cells, ['int64', 'uint16', 'int32', 'int32']])
})
