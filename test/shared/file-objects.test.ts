import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileObjectKind } from '../../src/domain/session/file-object.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { realRecordingsFolder } from '../support/shared.ts'

/** Count the objects of a file below its root, and all attributes; read some of each dataset. */
function countAll(file: SessionFile) {
  const counts: Record<FileObjectKind | 'attributes', number> = {
    group: -1,
    dataset: 0,
    datatype: 0,
    softLink: 0,
    externalLink: 0,
    attributes: 0,
  }
  const visit = (path: string) => {
    const [read] = file.read('fileObjects', [{ path }])
    if ('fault' in read || !read.value) throw new Error(`${path} cannot be read`)
    const { kind, elements } = read.value
    counts[kind]++
    const [attributes] = file.read('fileAttributes', [{ path, count: 1000 }])
    if ('fault' in attributes) throw new Error(`attributes of ${path} cannot be read`)
    expect(attributes.value.filter(({ content }) => 'fault' in content)).toEqual([])
    counts.attributes += attributes.value.length
    if (elements?.shape) {
      const start = elements.shape.map(() => 0)
      const shape = elements.shape.map((length) => Math.min(length, 2))
      const [values] = file.read('fileValues', [{ path, start, shape, textLength: 100 }])
      expect([path, 'value' in values]).toEqual([path, true])
    }
    if (kind !== 'group') return
    const [members] = file.read('fileMembers', [{ path, after: null, count: 1000 }])
    if ('fault' in members) throw new Error(`members of ${path} cannot be read`)
    for (const name of members.value?.names ?? [])
      visit(path === '/' ? `/${name}` : `${path}/${name}`)
  }
  visit('/')
  return counts
}

test.each([
  ['dandi-cli_sub-anm369963_ses-20170228.nwb', 22, 57, 1, 0, 197],
  ['matnwb_testdata_20080606_R1.nwb', 29, 54, 4, 3, 100],
  ['pynapple_docs_sub-4_ses-4_ecephys+image.nwb', 66, 97, 19, 0, 449],
])(
  'every object and attribute of %s is read',
  async (name, group, dataset, softLink, externalLink, attributes) => {
    const file = await SessionFile.open(join(realRecordingsFolder, name))
    // As h5py counts them.
    expect(countAll(file)).toEqual({
      group,
      dataset,
      datatype: 0,
      softLink,
      externalLink,
      attributes,
    })
    file.close()
  },
)

test('links to other files are shown without their folders, and not followed', async () => {
  const file = await SessionFile.open(join(realRecordingsFolder, 'matnwb_testdata_20080606_R1.nwb'))
  const path = '/stimulus/presentation/rec_stim_1/data'
  expect(file.read('fileObjects', [{ path }])).toMatchObject([
    { value: { kind: 'externalLink', linkTarget: '640x480_1x480_-10000.h5:/image_stack' } },
  ])
  file.close()
})
