import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileObject, FileValue } from '../../../src/domain/session/file-object.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { runPython } from '../../support/python/python.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Writes a file with objects of every kind, and prints what h5py reads of them. */
const program = `
import sys, json, math, h5py, numpy as np
path, libver = sys.argv[1], sys.argv[2]

def plain(value, dtype=None):
    if isinstance(value, (h5py.Reference, h5py.RegionReference)):
        return file[value].name if value else None
    if isinstance(value, np.void):
        if value.dtype.names is None: return bytes(value).hex()
        return {name: plain(value[name], value.dtype[name]) for name in value.dtype.names}
    if isinstance(value, np.ndarray): return [plain(each, value.dtype) for each in value]
    if isinstance(value, bytes): return value.decode('utf-8', 'replace')
    if isinstance(value, str): return value
    if isinstance(value, (bool, np.bool_)): return bool(value)
    names = dtype is not None and h5py.check_enum_dtype(dtype)
    if names:
        return {number: name for name, number in names.items()}.get(int(value), int(value))
    if isinstance(value, np.integer):
        whole = int(value)
        return whole if abs(whole) < 2 ** 53 else str(whole)
    number = float(value)
    if math.isnan(number): return None
    return number if math.isfinite(number) else ('Infinity' if number > 0 else '-Infinity')

def elements(value, dtype):
    return [plain(each, dtype) for each in np.asarray(value).reshape(-1)]

colour = h5py.enum_dtype({'RED': 1, 'GREEN': 2}, basetype='>i2')
point = np.dtype([('x', '<f4'), ('y', '<i8')])
inner = np.dtype([('at', point), ('name', 'S4'), ('grid', '<i2', (2, 2)), ('isOn', bool)])
note = np.dtype([('unit', '<i4'), ('text', h5py.string_dtype()), ('to', h5py.ref_dtype)])

with h5py.File(path, 'w', libver=libver) as file:
    file.attrs['nwb_version'] = '2.2.2'
    group = file.create_group('group', track_order=True)
    group.attrs['neurodata_type'] = 'DynamicTable'
    group.attrs['namespace'] = 'core'
    for name in ('zebra', 'ape', 'mole'): group.create_group(name)
    file['plain/z'] = 1
    file['plain/a'] = 2
    ref, region = group.ref, None
    arrays = {
        'float16': np.array([1.5, np.nan, np.inf, -np.inf, -2], '<f2'),
        'bigFloat64': np.array([0.1, 1e300], '>f8'),
        'uint64': np.array([2 ** 64 - 1, 2 ** 53, 7], '<u8'),
        'bigInt64': np.array([-2 ** 63, 5], '>i8'),
        'booleans': np.array([True, False]),
        'colours': np.array([1, 2, 3], colour),
        'fixed': np.array([b'ab', b'', b'abcd'], 'S4'),
        'points': np.array([(0.1, 2 ** 60), (np.nan, -1)], point),
        'nested': np.array([((1, 2), b'ab', [[1, 2], [3, 4]], True)], inner),
        'bigPoints': np.array([(0.5, 3), (1, -2 ** 60)], [('x', '>f4'), ('y', '>i8')]),
        'mixedPoints': np.array([(0.5, 3), (1, -2 ** 60)], [('x', '>f4'), ('y', '<i8')]),
        'opaque': np.array([b'\\x01\\x02', b'\\xff\\x00'], 'V2'),
        'matrix': np.arange(24, dtype='<i4').reshape(2, 3, 4),
        'scalar': np.array(7, '<i2'),
        'none': np.zeros((0, 3), '<f4'),
    }
    for name, values in arrays.items():
        chunks = {'chunks': True, 'compression': 'gzip'} if values.ndim and values.size else {}
        file.create_dataset('data/' + name, data=values, **chunks)
    file.create_dataset('data/texts', data=['é', '', 'long ' * 50], dtype=h5py.string_dtype())
    lists = file.create_dataset('data/lists', (2,), dtype=h5py.vlen_dtype('<f4'), chunks=(1,))
    lists[0], lists[1] = [1.5, np.nan], []
    file.create_dataset('data/references', data=[ref, file['data'].ref, h5py.Reference()], dtype=h5py.ref_dtype)
    matrix = file['data/matrix']
    file.create_dataset('data/regions', data=[matrix.regionref[0, 0:2, 1]], dtype=h5py.regionref_dtype)
    file.create_dataset('data/notes', data=np.array([(1, 'one', ref), (2, '', ref)], note), chunks=(1,))
    file['data/nothing'] = h5py.Empty('<f8')
    file['type'] = np.dtype('<f4')
    file.create_dataset('data/typed', data=np.array([1, 2], '<f4'), dtype=file['type'])
    for name in arrays:
        if arrays[name].ndim: file['group'].attrs[name] = arrays[name]
    group.attrs['texts'] = ['a', 'b']
    group.attrs['text'] = 'naïve'
    group.attrs['to'] = ref
    group.attrs['nothing'] = h5py.Empty('<f8')

with h5py.File(path, 'r') as file:
    found = {}
    for name, data in file['data'].items():
        found[name] = {
            'dtype': data.dtype.str if data.shape is not None and data.dtype.names is None else None,
            'shape': None if data.shape is None else list(data.shape),
            'values': None if data.shape is None else elements(data[()], data.dtype),
            'chunks': list(data.chunks) if data.chunks else None,
            'stored': data.id.get_storage_size(),
        }
    attributes = {}
    for name in file['group'].attrs:
        value = file['group'].attrs[name]
        kind = file['group'].attrs.get_id(name).dtype
        attributes[name] = None if isinstance(value, h5py.Empty) else elements(value, kind) if np.ndim(value) else plain(value, kind)
    print(json.dumps({'found': found, 'attributes': attributes}))
`

interface ReadByH5py {
  readonly found: Readonly<
    Record<
      string,
      {
        readonly dtype: string | null
        readonly shape: number[] | null
        readonly values: FileValue[] | null
        readonly chunks: number[] | null
        readonly stored: number
      }
    >
  >
  readonly attributes: Readonly<Record<string, FileValue>>
}

describe.each(['earliest', 'latest'])('objects of a file that h5py wrote, libver %s', (libver) => {
  let judge: ReadByH5py
  let file: SessionFile

  beforeAll(async () => {
    const path = join(folder, `${libver}.nwb`)
    judge = JSON.parse(runPython(program, [path, libver]))
    file = await SessionFile.open(path)
  })
  afterAll(() => file.close())

  function objectAt(path: string): FileObject | null {
    const [read] = file.read('fileObjects', [{ path }])
    if ('fault' in read) throw new Error(read.fault.detail)
    return read.value
  }

  test('have the values, shapes and chunks that h5py reads', () => {
    const names = Object.keys(judge.found)
    expect(names).toHaveLength(22)
    for (const name of names) {
      const path = `/data/${name}`
      const { dtype, shape, values, chunks, stored } = judge.found[name]
      const elements = objectAt(path)?.elements
      expect([name, elements?.shape]).toEqual([name, shape])
      // h5py has objects for texts and lists, and its own type for these.
      const isNamed = dtype !== null && !['opaque', 'regions'].includes(name)
      if (isNamed) expect([name, elements?.dtype]).toEqual([name, dtype])
      const start = shape?.map(() => 0) ?? []
      const [block] = file.read('fileValues', [
        { path, start, shape: shape ?? [], textLength: 1000 },
      ])
      expect([name, block]).toEqual([name, { value: { values: values ?? [], shortenedCount: 0 } }])
      const [storage] = file.read('fileStorage', [{ path }])
      expect([name, storage]).toMatchObject([
        name,
        { value: { chunkShape: chunks, storedBytes: stored } },
      ])
    }
  })

  test('have the attributes that h5py reads', () => {
    const [read] = file.read('fileAttributes', [{ path: '/group', count: 100 }])
    const attributes = 'value' in read ? read.value : []
    const values = attributes.map(({ name, content }) => [
      name,
      'value' in content ? content.value.value : content.fault,
    ])
    expect(Object.fromEntries(values)).toEqual(judge.attributes)
  })

  test('name their types as numpy does', () => {
    expect(objectAt('/data/nested')?.elements?.dtype).toBe(
      "[('at', [('x', '<f4'), ('y', '<i8')]), ('name', '|S4'), ('grid', ('<i2', (2, 2))), ('isOn', '|b1')]",
    )
    expect(objectAt('/data/opaque')?.elements?.dtype).toBe('|V2')
  })

  test('are listed in the order of creation where the group keeps it, else by name', () => {
    const names = (path: string) => {
      const [read] = file.read('fileMembers', [{ path, after: null, count: 10 }])
      return 'value' in read ? read.value?.names : read.fault
    }
    expect(names('/group')).toEqual(['zebra', 'ape', 'mole'])
    expect(names('/plain')).toEqual(['a', 'z'])
  })

  test('say what they are', () => {
    expect(objectAt('/group')).toMatchObject({
      kind: 'group',
      neurodataType: 'DynamicTable',
      namespace: 'core',
      attributeCount: Object.keys(judge.attributes).length,
      memberCount: 3,
    })
    expect(objectAt('/type')?.kind).toBe('datatype')
    expect(objectAt('/nowhere')).toBeNull()
  })

  test('give a block of a matrix, and say which texts are cut', () => {
    const [block, texts] = file.read('fileValues', [
      { path: '/data/matrix', start: [1, 1, 2], shape: [1, 2, 2], textLength: 10 },
      { path: '/data/texts', start: [0], shape: [3], textLength: 4 },
    ])
    expect(block).toEqual({ value: { values: [18, 19, 22, 23], shortenedCount: 0 } })
    expect(texts).toEqual({ value: { values: ['é', '', 'long…'], shortenedCount: 1 } })
  })
})

describe('a hostile file', () => {
  const hostile = `
import sys, os, h5py, numpy as np
path, secret = sys.argv[1:]
with h5py.File(secret, 'w') as other: other['x'] = [1.0, 2.0]
with h5py.File(path, 'w') as file:
    file['circle/data'] = [1]
    file['circle/again'] = file['circle']
    file['circle/up'] = h5py.SoftLink('..')
    file['soft'] = h5py.SoftLink('/circle/data')
    file['relative'] = h5py.SoftLink('circle')
    file['dangling'] = h5py.SoftLink('/nowhere')
    file['loop'] = h5py.SoftLink('/loop')
    file['elsewhere'] = h5py.ExternalLink(secret, '/x')
    layout = h5py.VirtualLayout(shape=(2,), dtype='<f8')
    layout[:] = h5py.VirtualSource(secret, 'x', shape=(2,))
    file.create_virtual_dataset('virtual', layout)
    file.create_dataset('external', (2,), '<f8', external=[(secret, 0, 16)])
    big = file.create_group('big')
    big.attrs.create('large', np.zeros(5000, '<f8'))
    many = file.create_group('many')
    for i in range(3000): many[f'{i:04d}'] = h5py.SoftLink('/soft')
    text = file.create_group('text')
    text.attrs['long'] = 'x' * 20000
    text.attrs['utf'] = b'ab\\xff'
`
  let file: SessionFile

  beforeAll(async () => {
    const path = join(folder, 'hostile.nwb')
    runPython(hostile, [path, join(folder, 'secret.h5')])
    file = await SessionFile.open(path)
  })
  afterAll(() => file.close())

  const objectsAt = (...paths: string[]) =>
    file.read(
      'fileObjects',
      paths.map((path) => ({ path })),
    )

  test('shows links, and follows none to another file', () => {
    const links = objectsAt('/soft', '/relative', '/dangling', '/loop', '/elsewhere')
    const [soft, ...others] = links.map((read) => 'value' in read && read.value)
    expect(soft).toEqual({
      kind: 'softLink',
      linkTarget: '/circle/data',
      neurodataType: null,
      namespace: null,
      attributeCount: 0,
      memberCount: null,
      elements: null,
    })
    expect(others).toMatchObject([
      { kind: 'softLink', linkTarget: 'circle' },
      { kind: 'softLink', linkTarget: '/nowhere' },
      { kind: 'softLink', linkTarget: '/loop' },
      { kind: 'externalLink', linkTarget: 'secret.h5:/x' },
    ])
    expect(objectsAt('/elsewhere/x', '/loop/x', '/dangling/x')).toMatchObject([
      { fault: { code: 'EXTERNAL_DATA_REFUSED' } },
      { value: null },
      { value: null },
    ])
    expect(file.read('fileMembers', [{ path: '/relative', after: null, count: 1 }])).toEqual([
      { value: null },
    ])
    expect(file.read('fileAttributes', [{ path: '/elsewhere', count: 1 }])).toEqual([{ value: [] }])
  })

  test('reads no data from other files', () => {
    const storage = file.read('fileStorage', [{ path: '/virtual' }, { path: '/external' }])
    expect(storage).toMatchObject([
      { value: { layout: 'virtual' } },
      { value: { layout: 'external' } },
    ])
    const values = ['/virtual', '/external'].map((path) => ({
      path,
      start: [0],
      shape: [2],
      textLength: 1,
    }))
    expect(file.read('fileValues', values)).toMatchObject([
      { fault: { code: 'EXTERNAL_DATA_REFUSED' } },
      { fault: { code: 'EXTERNAL_DATA_REFUSED' } },
    ])
  })

  test('goes round in circles only as far as it is asked', () => {
    const deep = `/circle${'/again'.repeat(50)}/data`
    expect(objectsAt(deep)).toMatchObject([{ value: { kind: 'dataset' } }])
    expect(objectsAt('/circle/up')).toMatchObject([{ value: { kind: 'softLink' } }])
  })

  test('lists many members a page at a time', () => {
    const [first] = file.read('fileMembers', [{ path: '/many', after: null, count: 2 }])
    expect(first).toEqual({ value: { from: 0, names: ['0000', '0001'], totalCount: 3000 } })
    const membersAfter = (position: number, id: string) =>
      file.read('fileMembers', [{ path: '/many', after: { position, id }, count: 2 }])
    expect(membersAfter(2997, '2997')).toEqual([
      { value: { from: 2998, names: ['2998', '2999'], totalCount: 3000 } },
    ])
    // Members came before it since.
    expect(membersAfter(3, '2999')).toEqual([
      { value: { from: 3000, names: [], totalCount: 3000 } },
    ])
    expect(membersAfter(3, 'gone')).toEqual([{ value: null }])
  })

  test('shortens large attributes, and says so', () => {
    const [big, text] = file.read('fileAttributes', [
      { path: '/big', count: 10 },
      { path: '/text', count: 10 },
    ])
    expect(big).toMatchObject({
      value: [
        {
          name: 'large',
          content: {
            value: {
              elements: { shape: [5000] },
              value: new Array(100).fill(0),
              isShortened: true,
            },
          },
        },
      ],
    })
    expect(text).toMatchObject({
      value: [
        { content: { value: { value: `${'x'.repeat(10_000)}…`, isShortened: true } } },
        { content: { value: { value: 'ab\ufffd', isShortened: false } } },
      ],
    })
  })
})
