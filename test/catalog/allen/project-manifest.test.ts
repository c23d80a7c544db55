import { expect, test } from 'vitest'
import { parseManifest } from '../../../src/catalog/allen/project-manifest.ts'

const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))

const manifest = {
  project_name: 'project',
  manifest_version: '1.0.0',
  metadata_file_id_column_name: 'file_id',
  metadata_files: {},
  data_files: {},
}

const url = 'https://bucket.s3.amazonaws.com/project/sessions/one%20two.nwb'

test('a file is named by the path of its address, its version and its digest', () => {
  const { files, fileIdColumn, version } = parseManifest(
    'manifest.json',
    bytes({ ...manifest, data_files: { 850: { url, version_id: 'v1', file_hash: 'AB' } } }),
  )
  expect({ fileIdColumn, version }).toEqual({ fileIdColumn: 'file_id', version: '1.0.0' })
  expect([...files]).toEqual([
    [
      '850',
      {
        key: 'project/sessions/one two.nwb',
        versionId: 'v1',
        hash: 'ab',
        localPath: 'project-1.0.0/sessions/one two.nwb',
      },
    ],
  ])
})

test.each([
  ['no address', { version_id: 'v1', file_hash: 'ab' }],
  ['an address that is none', { url: 'one.nwb', version_id: 'v1', file_hash: 'ab' }],
  ['no version', { url, file_hash: 'ab' }],
  ['no digest', { url, version_id: 'v1' }],
  ['nothing', null],
])('a file with %s is left out', (_, file) => {
  const content = { ...manifest, data_files: { 850: file } }
  expect(parseManifest('manifest.json', bytes(content)).files.size).toBe(0)
})

test.each(['project_name', 'manifest_version', 'metadata_file_id_column_name'])(
  'without %s it is not a manifest',
  (name) => {
    expect(() => parseManifest('manifest.json', bytes({ ...manifest, [name]: null }))).toThrow(
      'it is not the manifest of a release',
    )
  },
)
