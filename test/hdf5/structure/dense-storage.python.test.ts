import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { walkStructure } from '../../../src/hdf5/structure/walk-structure.ts'
import { checkSuperblock } from '../../../src/hdf5/superblock.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { goldenSessionFile, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { repackedGoldenSession } from '../../support/golden/repacked-session.ts'
import { runPython } from '../../support/python/python.ts'
import { FarFile } from '../../support/recordings/far-file.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
/** Over which no file comes at once. */
const SLOWLY = 1e5

const writeMany = `
import sys, h5py
with h5py.File(sys.argv[1], 'w', libver='latest') as file:
    for i in range(int(sys.argv[2])):
        data = file.create_dataset(f'group {i // 100}/dataset {i:04}', data=[i])
        file.create_dataset(f'apart {i}', data=[i] * 1000) if i < 3 else None
    for i in range(40):
        data.attrs[f'attribute {i:02}'] = f'text {i}'
    texts = file.create_group('texts')
    texts['one'] = 'a text'
`

function many(count: number): string {
  const path = join(folder, `${count}.nwb`)
  runPython(writeMany, [path, String(count)])
  return path
}

describe('objects with many links and attributes, in the newest format', () => {
  test.each([
    ['a heap of one block, and names of one node', 30],
    ['a heap of several blocks, and names of several nodes', 100],
  ])('are walked to: %s', (_, count) => {
    const far = new FarFile(many(count), SLOWLY)
    const superblock = checkSuperblock(far)
    const { data, heaps } = walkStructure(far, superblock, superblock.root ?? 0)
    const expected = Array.from(
      { length: count },
      (_, i) => `/group 0/dataset ${`${i}`.padStart(4, '0')}`,
    )
    expect([...data.keys()].filter((path) => path.startsWith('/group')).sort()).toEqual(expected)
    expect(heaps.size).toBeGreaterThan(0)
    far.close()
  })

  test('are described without a wait of libhdf5', async () => {
    const far = new FarFile(many(100), SLOWLY)
    const file = await Hdf5File.open(far)
    file.prefetch(() => true)
    const { waits } = far
    expect(file.children('/group 0')).toHaveLength(100)
    expect(file.kind('/group 0/dataset 0057')).toBe('dataset')
    expect(file.attributes.text('/group 0/dataset 0099', 'attribute 39')).toBe('text 39')
    expect(far.waits).toBe(waits)
    file.close()
  })
})

test.each(goldenSessionIds)(
  'session %s in the newest format is described in few waits',
  async (id) => {
    const far = new FarFile(repackedGoldenSession(id, 'latest'), SLOWLY)
    const session = await SessionFile.of(far)
    const local = await SessionFile.open(goldenSessionFile(id))
    expect(session.load('tables')).toEqual(local.load('tables'))
    expect(far.waits).toBeLessThanOrEqual(24)
    session.close()
    local.close()
  },
)
