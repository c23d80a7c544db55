import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LocalFile } from '../../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { readAttributes, readValues } from '../../../src/nwb/objects/read-values.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Value of each attribute, and whether it is shortened. */
async function read(edit: (group: Group) => void, count = 1000) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    libver: 'latest',
    edit(file) {
      edit(groupAt(file, 'noted'))
      file.create_soft_link('/noted', 'link')
    },
  })
  const file = await Hdf5File.open(new LocalFile(path))
  try {
    expect(readAttributes(file, { path: '/link', count })).toEqual([])
    return readAttributes(file, { path: '/noted', count }).map(({ name, content }) => {
      if (!('value' in content)) throw new Error(content.fault.detail)
      return [name, content.value.value, content.value.isShortened]
    })
  } finally {
    file.close()
  }
}

const zeros = (count: number) => new Array<number>(count).fill(0)

test('texts are cut after ten thousand characters, those in lists after a thousand', async () => {
  const attributes = await read((group) => {
    group.create_attribute('a', 'x'.repeat(10_000))
    group.create_attribute('b', 'x'.repeat(10_001))
    group.create_attribute('c', ['x'.repeat(1000), 'y'])
    group.create_attribute('d', ['x'.repeat(1001), 'y'])
  })
  expect(attributes).toEqual([
    ['a', 'x'.repeat(10_000), false],
    ['b', `${'x'.repeat(10_000)}…`, true],
    ['c', ['x'.repeat(1000), 'y'], false],
    ['d', [`${'x'.repeat(1000)}…`, 'y'], true],
  ])
})

test('lists are cut after a hundred entries, and left out beyond a megabyte', async () => {
  const attributes = await read((group) => {
    group.create_attribute('a', zeros(100), null, '<d')
    group.create_attribute('b', zeros(101), null, '<d')
    group.create_attribute('c', zeros(2 ** 17), null, '<d')
    group.create_attribute('d', zeros(2 ** 17 + 1), null, '<d')
  })
  expect(attributes).toEqual([
    ['a', zeros(100), false],
    ['b', zeros(100), true],
    ['c', zeros(100), true],
    ['d', null, true],
  ])
})

test('no more attributes are read than are wanted', async () => {
  const attributes = await read((group) => {
    for (const name of ['a', 'b', 'c']) group.create_attribute(name, name)
  }, 2)
  expect(attributes).toEqual([
    ['a', 'a', false],
    ['b', 'b', false],
  ])
})

test.each([
  ['after a million characters', 9200, [null, true]],
  ['up to a million characters', 9199, ['end', false]],
])('attributes are read %s of others or not', async (_, length, expected) => {
  const attributes = await read((group) => {
    for (let i = 0; i < 99; i++) group.create_attribute(`a${100 + i}`, 'x'.repeat(10_000))
    // A number counts as eight characters.
    group.create_attribute('b', zeros(99), null, '<d')
    group.create_attribute('c', 0, null, '<d')
    group.create_attribute('d', 'x'.repeat(length))
    group.create_attribute('e', 'end')
  })
  expect(attributes).toHaveLength(103)
  expect(attributes.at(-1)).toEqual(['e', ...expected])
})

describe('values of a dataset', () => {
  let file: Hdf5File

  beforeAll(async () => {
    const path = await writeNwb(join(folder, 'matrix.nwb'), {
      edit: (h5) =>
        void h5.create_dataset({ name: 'matrix', data: zeros(12).map((_, i) => i), shape: [3, 4] }),
    })
    file = await Hdf5File.open(new LocalFile(path))
  })
  afterAll(() => file.close())

  const read = (path: string, start: number[], shape: number[]) =>
    readValues(file, { path, start, shape, textLength: 10 })

  test('are those of a block, to the last element', () => {
    expect(read('/matrix', [1, 2], [2, 2])).toEqual({ values: [6, 7, 10, 11], shortenedCount: 0 })
    expect(read('/units', [0], [1])).toBeNull()
  })

  test.each([
    ['rows', [2, 0], [2, 1]],
    ['columns', [0, 3], [1, 2]],
    ['dimensions', [0, 0, 0], [1, 1, 1]],
    ['dimensions left out', [0], [1]],
  ])('of other %s than there are mean that the file changed', (_, start, shape) => {
    const changed = expect.objectContaining({ code: 'FILE_CHANGED', detail: '/matrix is smaller' })
    expect(() => read('/matrix', start, shape)).toThrow(changed)
  })
})
