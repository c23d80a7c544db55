import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LocalFile } from '../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../src/byte-sources/watched-source.ts'
import type { Hdf5Dataset } from '../../src/hdf5/hdf5-dataset.ts'
import { Hdf5File } from '../../src/hdf5/hdf5-file.ts'
import { openSpikes } from '../../src/nwb/spikes/sources/open-spikes.ts'
import { PlainSpikes } from '../../src/nwb/spikes/sources/plain-spikes.ts'
import { runPython } from '../support/python/python.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Datasets of odd but legal types, each holding 1.5, -2.25, 300, 0, -7 as far as its type can. */
const program = `
import sys, h5py, numpy as np
from h5py import h5t, h5d, h5s
path, libver, user_block, is_chunked = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == 'true'
values = np.array([1.5, -2.25, 300, 0, -7])

def floating(size, precision, fields, bias):
    kind = h5t.IEEE_F64LE.copy()
    kind.set_fields(*fields)
    kind.set_precision(precision)
    kind.set_size(size)
    kind.set_ebias(bias)
    return kind

def whole(base, precision, offset, size):
    kind = base.copy()
    kind.set_precision(precision)
    kind.set_offset(offset)
    kind.set_size(size)
    return kind

def coded(base, names):
    kind = h5t.enum_create(base)
    for name, value in names.items():
        kind.enum_insert(name.encode(), value)
    return kind

def add(file, name, kind, data, mtype=None):
    how = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    if is_chunked:
        how.set_chunk((2,))
        how.set_shuffle()
        how.set_deflate(4)
    h5d.create(file.id, name.encode(), kind, h5s.create_simple((len(data),)), how).write(h5s.ALL, h5s.ALL, data, mtype=mtype)

with h5py.File(path, 'w', libver=libver, userblock_size=user_block) as file:
    for name in ('<f2', '>f2', '<f4', '>f4', '<f8', '>f8', 'g', '<i1', '<i2', '>i4', '<i8', '>i8', '<u2', '>u8'):
        data = np.abs(values).astype(name) if 'u' in name else values.astype(name)
        add(file, name, h5t.py_create(data.dtype), data)
    for name, kind in {
        'bfloat16': floating(2, 16, (15, 7, 8, 0, 7), 127),
        'odd bias': floating(8, 64, (63, 52, 11, 0, 52), 1000),
        'short exponent': floating(4, 32, (31, 25, 6, 0, 25), 31),
        'mantissa on top': floating(4, 32, (0, 1, 8, 9, 23), 127),
        'int24': whole(h5t.STD_I32LE, 24, 0, 3),
        'int24 in four': whole(h5t.STD_I32LE, 24, 4, 4),
        'int24 BE': whole(h5t.STD_I32BE, 24, 0, 3),
        'uint12': whole(h5t.STD_U16LE, 12, 2, 2),
    }.items():
        data = np.abs(values) if name == 'uint12' else values
        add(file, name, kind, data)
    add(file, 'bits', h5t.STD_B16BE, np.array([1, 2, 0xfff0], '>u2'), h5t.STD_B16BE)
    for name, kind in {
        'codes BE': coded(h5t.STD_I16BE, {'left': 3, 'right': -2, 'none': 700}),
        'flags': coded(h5t.STD_I8LE, {'FALSE': 0, 'TRUE': -1}),
    }.items():
        data = np.array([3, -2, 700] if name == 'codes BE' else [-1, 0, -1], kind.dtype)
        add(file, name, kind, data, kind)
    committed = floating(8, 64, (63, 52, 11, 0, 52), 1000)
    committed.commit(file.id, b'committed type')
    add(file, 'committed', committed, values)
    group = file.create_group('attributes')
    group.attrs['half'] = np.float16(2.5)
    group.attrs['long'] = np.longdouble(2.5)
    group.attrs['flag'] = True
    many = file.create_group('many attributes')
    for i in range(60):
        many.attrs[f'text{i}'] = 'x' * 50
    many.attrs['half'] = np.float16(-0.5)
`

const whole = [1, -2, 300, 0, -7]
const floats = [1.5, -2.25, 300, 0, -7]
const expected: Readonly<Record<string, readonly number[]>> = {
  '<f2': floats,
  '>f2': floats,
  '<f4': floats,
  '>f4': floats,
  '<f8': floats,
  '>f8': floats,
  g: floats,
  '<i1': [1, -2, 44, 0, -7],
  '<i2': whole,
  '>i4': whole,
  '<i8': whole,
  '>i8': whole,
  '<u2': [1, 2, 300, 0, 7],
  '>u8': [1, 2, 300, 0, 7],
  bfloat16: floats,
  'odd bias': floats,
  'short exponent': floats,
  'mantissa on top': floats,
  int24: whole,
  'int24 in four': whole,
  'int24 BE': whole,
  uint12: [1, 2, 300, 0, 7],
  bits: [1, 2, 0xfff0],
  'codes BE': [3, -2, 700],
  flags: [1, 0, 1],
  committed: floats,
}

describe.each([
  ['earliest', 0, 'in one piece'],
  ['earliest', 2048, 'in one piece'],
  ['earliest', 0, 'in compressed chunks'],
  ['latest', 0, 'in one piece'],
  ['latest', 0, 'in compressed chunks'],
])(
  'numbers in a file of libver %s, after a user block of %i bytes, %s',
  (libver, userBlock, layout) => {
    const isChunked = layout === 'in compressed chunks'
    const path = join(folder, `${libver}-${userBlock}-${isChunked}.h5`)
    let made = false
    const open = async () => {
      if (!made) runPython(program, [path, libver, String(userBlock), String(isChunked)])
      made = true
      return Hdf5File.open(new LocalFile(path))
    }

    test.each(Object.keys(expected))('%s', async (name) => {
      const file = await open()
      const dataset = file.dataset(`/${name}`) as Hdf5Dataset
      expect([...dataset.numbers()]).toEqual(expected[name])
      expect([...dataset.numbers({ from: 1, count: 2 })]).toEqual(expected[name]?.slice(1, 3))
      file.close()
    })

    test('an enumeration is text, but one of false and true is not', async () => {
      const file = await open()
      const codes = file.dataset('/codes BE') as Hdf5Dataset
      expect([codes.isText, codes.isNumeric, codes.isBoolean]).toEqual([true, false, false])
      expect(codes.strings()).toEqual(['left', 'right', 'none'])
      const flags = file.dataset('/flags') as Hdf5Dataset
      expect([flags.isText, flags.isNumeric, flags.isBoolean]).toEqual([false, true, true])
      file.close()
    })

    test('an attribute is a number of any size, wherever the file keeps it', async () => {
      const file = await open()
      const names = ['half', 'long', 'flag']
      expect(names.map((name) => file.attributes.number('/attributes', name))).toEqual([
        2.5, 2.5, 1,
      ])
      expect(file.attributes.number('/many attributes', 'half')).toBe(-0.5)
      file.close()
    })

    test('spikes of eight bytes are read directly only where they are doubles', async () => {
      const watched = new WatchedSource(new LocalFile(path))
      const file = await Hdf5File.open(watched)
      const sources = ['<f8', 'odd bias', '>f8'].map((name) =>
        openSpikes(file.dataset(`/${name}`) as Hdf5Dataset, watched),
      )
      const isPlain = sources.map((source) => source instanceof PlainSpikes)
      expect(isPlain).toEqual([!isChunked, false, false])
      for (const source of sources) {
        const all = new Float64Array(5)
        source.read(all, 0)
        expect([...all]).toEqual(floats)
      }
      file.close()
    })
  },
)
