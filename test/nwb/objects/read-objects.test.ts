import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LocalFile } from '../../../src/byte-sources/byte-source.ts'
import { RecordingError } from '../../../src/errors.ts'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import {
  describeElements,
  describeObject,
  describeStorage,
  listMembers,
  orFault,
} from '../../../src/nwb/objects/read-objects.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)
let file: Hdf5File

beforeAll(async () => {
  const path = join(folder, 'objects.nwb')
  await writeNwb(path, {
    edit(h5) {
      const group = groupAt(h5, 'objects')
      group.create_attribute('neurodata_type', 'LabMetaData')
      group.create_attribute('namespace', 'core')
      for (const name of ['a', 'b', 'c']) group.create_group(name)
      h5.create_soft_link('/objects/a', '/soft')
      h5.create_external_link('other.nwb', '/x', '/external')
      const data = upTo(10)
      h5.create_dataset({ name: 'plain', data, dtype: '<d' })
      h5.create_dataset({ name: 'matrix', data: upTo(12), shape: [3, 4], dtype: '<i' })
      h5.create_dataset({ name: 'chunked', data, dtype: '<d', chunks: [4] })
      h5.create_dataset({ name: 'packed', data, dtype: '<d', chunks: [10], compression: 4 })
    },
  })
  file = await Hdf5File.open(new LocalFile(path))
})
afterAll(() => file.close())

const nothing = {
  neurodataType: null,
  namespace: null,
  attributeCount: 0,
  memberCount: null,
  elements: null,
  linkTarget: null,
}

describe('an object', () => {
  test('is a group with its members, a dataset with its elements, or a link', () => {
    expect(describeObject(file, '/objects')).toEqual({
      ...nothing,
      kind: 'group',
      neurodataType: 'LabMetaData',
      namespace: 'core',
      attributeCount: 2,
      memberCount: 3,
    })
    expect(describeObject(file, '/matrix')).toEqual({
      ...nothing,
      kind: 'dataset',
      elements: { dtype: '<i4', holds: 'number', shape: [3, 4], valuesEach: 1, elementBytes: 4 },
    })
    expect(describeObject(file, '/soft')).toEqual({
      ...nothing,
      kind: 'softLink',
      linkTarget: '/objects/a',
    })
    expect(describeObject(file, '/external')).toEqual({
      ...nothing,
      kind: 'externalLink',
      linkTarget: 'other.nwb:/x',
    })
    expect(describeObject(file, '/nothing')).toBeNull()
  })

  test('has a type that is cut after 1000 letters', () => {
    const typeOf = (length: number) => {
      const dtype = 'V'.repeat(length)
      return describeElements({ kind: 'opaque', bytes: 1, dtype }, [2]).dtype
    }
    expect(typeOf(1000)).toBe('V'.repeat(1000))
    expect(typeOf(1001)).toBe(`${'V'.repeat(1000)}…`)
  })
})

test('members are listed after any of them, wherever it stands now', () => {
  const list = (after: { position: number; id: string } | null, count = 1) =>
    listMembers(file, { path: '/objects', after, count })
  expect(list(null, 2)).toEqual({ from: 0, names: ['a', 'b'], totalCount: 3 })
  expect(list({ position: 0, id: 'a' })).toEqual({ from: 1, names: ['b'], totalCount: 3 })
  expect(list({ position: 2, id: 'a' })).toEqual({ from: 1, names: ['b'], totalCount: 3 })
  expect(list({ position: 0, id: 'd' })).toBeNull()
  for (const path of ['/plain', '/soft', '/nothing']) {
    expect(listMembers(file, { path, after: null, count: 1 })).toBeNull()
  }
})

test('a dataset is stored in one piece, or in chunks that take some bytes', () => {
  expect(describeStorage(file, '/plain')).toEqual({
    layout: 'contiguous',
    chunkShape: null,
    filters: [],
    storedBytes: 80,
    chunkCount: null,
  })
  expect(describeStorage(file, '/chunked')).toEqual({
    layout: 'chunked',
    chunkShape: [4],
    filters: [],
    storedBytes: 96,
    chunkCount: 3,
  })
  const packed = describeStorage(file, '/packed')
  expect(packed).toMatchObject({ layout: 'chunked', chunkShape: [10], chunkCount: 1 })
  expect(packed?.filters).toMatchObject([{ id: 1, parameters: [4] }])
  expect(packed?.storedBytes).toBeLessThan(80)
  expect(describeStorage(file, '/objects')).toBeNull()
})

describe('what is wrong with one object', () => {
  const fail = (error: Error) => () => {
    throw error
  }

  test('is its answer', () => {
    expect(orFault(file, () => 7)).toEqual({ value: 7 })
    const error = new RecordingError('FILTER_MISSING', 'a.nwb', 'a filter')
    const fault = { code: 'FILTER_MISSING', detail: error.detail }
    expect(orFault(file, fail(error))).toEqual({ fault })
  })

  test('is an error where it is wrong with the reader', () => {
    const memory = new RecordingError('READER_OUT_OF_MEMORY', 'a.nwb')
    expect(() => orFault(file, fail(memory))).toThrow(memory)
    const mistake = new Error('a mistake')
    expect(() => orFault(file, fail(mistake))).toThrow(mistake)
  })

  test('is that of the source where it failed', () => {
    const failure = new RecordingError('FILE_UNREADABLE', 'a.nwb')
    const failed = { assertReadable: fail(failure) } as unknown as Hdf5File
    const consequence = new RecordingError('FILE_DAMAGED', 'a.nwb')
    expect(() => orFault(failed, fail(consequence))).toThrow(failure)
  })
})
