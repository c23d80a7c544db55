import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeNpy, type NdArray, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { encodeNpz } from '../../../src/formats/numpy/npz.ts'
import { encodePickle } from '../../../src/formats/numpy/pickle.ts'
import { checksumOf } from '../../../src/formats/zip/zip.ts'
import { ZipRecords } from '../../../src/formats/zip/zip-records.ts'
import { runPython } from '../../support/python/python.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-wire-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs with every warning an error; `argv[1]` is the file. */
function inPython(lines: string, file: string): unknown {
  const program = `import sys, json, warnings; warnings.simplefilter('error')\nimport numpy as np\n${lines}`
  return JSON.parse(runPython(program, [file]))
}

const arrays: Record<string, NdArray> = {
  uint8: { shape: [2, 2], data: Uint8Array.of(0, 1, 2, 255) },
  uint16: { shape: [1, 2], data: Uint16Array.of(0, 65_535) },
  uint32: vector(Uint32Array.of(4_294_967_295)),
  int32: vector(Int32Array.of(-1)),
  int64: vector(BigInt64Array.of(-1n, 9_007_199_254_740_991n)),
  float32: vector(Float32Array.of(0.5)),
  float64: vector(Float64Array.of(0.1)),
  none: { shape: [1000, 0], data: new Uint16Array(0) },
  text: vector(['gabors', '', 'é🧠']),
  noText: vector([]),
  single: scalar('{"binSize": 0.1}'),
}

const read: Record<string, unknown> = {
  uint8: [
    'uint8',
    [2, 2],
    [
      [0, 1],
      [2, 255],
    ],
  ],
  uint16: ['uint16', [1, 2], [[0, 65_535]]],
  uint32: ['uint32', [1], [4_294_967_295]],
  int32: ['int32', [1], [-1]],
  int64: ['int64', [2], [-1, 9_007_199_254_740_991]],
  float32: ['float32', [1], [0.5]],
  float64: ['float64', [1], [0.1]],
  none: ['uint16', [1000, 0], Array(1000).fill([])],
  text: ['<U6', [3], ['gabors', '', 'é🧠']],
  noText: ['<U1', [0], []],
  single: ['<U16', [], '{"binSize": 0.1}'],
}

const describeArrays =
  'print(json.dumps({k: [str(a.dtype), a.shape, a.tolist()] for k, a in arrays.items()}))'

describe('numpy.load', () => {
  test.each(Object.keys(arrays))('reads an .npy file of %s', async (name) => {
    const file = join(folder, 'array.npy')
    await writeFile(file, encodeNpy(arrays[name]))
    const program = `arrays = {'${name}': np.load(sys.argv[1])}\n${describeArrays}`
    expect(inPython(program, file)).toEqual({ [name]: read[name] })
  })

  test('reads an .npz file, and its checksums hold', async () => {
    const file = join(folder, 'arrays.npz')
    const members = Object.entries(arrays).map(([name, array]) => ({ name, array }))
    async function* cells() {
      yield Uint16Array.of(1, 2)
      yield Uint16Array.of(3)
    }
    const streamed = { shape: [3, 1], dtype: 'uint16', cells: cells() } as const
    await writeFile(file, encodeNpz([{ name: 'streamed', streamed }, ...members]))
    const program = `
import zipfile
assert zipfile.ZipFile(sys.argv[1]).testzip() is None
with np.load(sys.argv[1]) as npz: arrays = {key: npz[key] for key in npz.files}
${describeArrays}`
    expect(inPython(program, file)).toEqual({
      streamed: ['uint16', [3, 1], [[1], [2], [3]]],
      ...read,
    })
  })

  test('finds what lies behind 4 GB', async () => {
    const file = join(folder, 'large.npz')
    const size = 5_000_000_000
    const records = new ZipRecords()
    const begin = records.before('large.npy', size, null)
    const behind = Buffer.concat([
      records.descriptor(7),
      ...zipMemberOf(records, 'small.npy', encodeNpy(vector(Uint8Array.of(1, 2)))),
      records.end(),
    ])
    const handle = await open(file, 'w')
    await handle.write(begin)
    // Not written, and so not stored: the file is as long, but sparse.
    await handle.write(behind, 0, behind.length, begin.length + size)
    await handle.close()
    const program = `
import zipfile
large = zipfile.ZipFile(sys.argv[1]).getinfo('large.npy')
print(json.dumps([large.file_size, large.CRC, np.load(sys.argv[1])['small'].tolist()]))`
    expect(inPython(program, file)).toEqual([size, 7, [1, 2]])
  })
})

function zipMemberOf(records: ZipRecords, path: string, bytes: Uint8Array): Uint8Array[] {
  return [records.before(path, bytes.length, checksumOf([bytes])), bytes]
}

describe('pickle.load', () => {
  const loadPickle = `
import pickle, pickletools
with open(sys.argv[1], 'rb') as file: lists = pickle.load(file)
with open(sys.argv[1], 'rb') as file: assert pickletools.dis(file, out=open('/dev/null', 'w')) is None
`

  test('gives the dictionary of lists of arrays, which can be worked with', async () => {
    const file = join(folder, 'lists.pkl')
    const long = BigInt64Array.from({ length: 3000 }, (_, i) => BigInt(i))
    const lists = [
      {
        key: 'V1',
        arrays: [
          { shape: [2, 2], data: BigInt64Array.of(1n, 2n, 3n, 4n) },
          { shape: [1000, 3], data: long },
        ],
      },
      { key: 'RL', arrays: [{ shape: [1000, 0], data: new BigInt64Array(0) }] },
      { key: 'none', arrays: [] },
    ]
    await writeFile(file, encodePickle(lists, 'int64'))
    const program = `${loadPickle}
assert all(type(a) is np.ndarray and a.flags.c_contiguous for l in lists.values() for a in l)
assert pickle.loads(pickle.dumps(lists))['V1'][0].tolist() == lists['V1'][0].tolist()
lists['V1'][0] -= 2
lists['V1'][1][0, 0] = 7
print(json.dumps({
  'small': [str(lists['V1'][0].dtype), lists['V1'][0].tolist()],
  'long': [lists['V1'][1].shape, int(lists['V1'][1].sum()), lists['V1'][1][999].tolist()],
  'RL': [a.shape for a in lists['RL']], 'none': lists['none'], 'keys': list(lists)}))`
    expect(inPython(program, file)).toEqual({
      small: [
        'int64',
        [
          [-1, 0],
          [1, 2],
        ],
      ],
      long: [[1000, 3], (2999 * 3000) / 2 + 7, [2997, 2998, 2999]],
      RL: [[1000, 0]],
      none: [],
      keys: ['V1', 'RL', 'none'],
    })
  })

  test('gives an empty dictionary', async () => {
    const file = join(folder, 'empty.pkl')
    await writeFile(file, encodePickle([], 'int64'))
    expect(inPython(`${loadPickle}\nprint(json.dumps(lists))`, file)).toEqual({})
  })
})
