import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Disk, sharedDisk } from '../../../src/byte-sources/disk/disk.ts'
import { assertPlacesExist, findFiles } from '../../../src/catalog/folder/find-files.ts'
import { InvalidArgumentError } from '../../../src/errors.ts'

/** A disk on which a folder cannot be listed: root, in a container, lists every real one. */
const failingAt = (unlisted: string, code: string): Disk => ({
  ...sharedDisk,
  async list(path) {
    if (path === unlisted) throw Object.assign(new Error(`${code}: ${path}`), { code })
    return sharedDisk.list(path)
  },
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-find-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), '')
  }
}

/** What is found at places of the folder, as paths within it. */
async function found(...places: readonly string[]): Promise<string[]> {
  const { recordings } = await findFiles(
    sharedDisk,
    places.map((place) => join(folder, place)),
  )
  return recordings.map((path) => relative(folder, path))
}

describe('findFiles', () => {
  test('finds .nwb files at any depth, in order of their paths', async () => {
    await write('c.nwb', 'session_2/session_2.nwb', 'a/b/d/deep.nwb', 'B.NWB')
    expect(await found('')).toEqual(['B.NWB', 'a/b/d/deep.nwb', 'c.nwb', 'session_2/session_2.nwb'])
  })

  test('leaves out files of other kinds, and those of local field potentials', async () => {
    await write(
      'session_1/session_1.nwb',
      'session_1/probe_810755797_lfp.nwb',
      'session_1/probe_x_lfp.nwb',
      'sessions.csv',
      'a.nwb.part',
      'nwb',
    )
    expect(await found('')).toEqual(['session_1/probe_x_lfp.nwb', 'session_1/session_1.nwb'])
  })

  test('leaves out hidden folders, and hidden files such as those of macOS', async () => {
    await write('.git/annex/a.nwb', '.hidden.nwb', '._b.nwb', 'b.nwb', 'c/.d/e.nwb')
    expect(await found('')).toEqual(['b.nwb'])
  })

  test('finds manifests at any depth, but not beside a file that is given', async () => {
    await write('manifest.json', 'caches/one/manifest.json', 'caches/.two/manifest.json', 'a.nwb')
    const { manifests } = await findFiles(sharedDisk, [folder])
    expect(manifests.map((path) => relative(folder, path))).toEqual([
      'caches/one/manifest.json',
      'manifest.json',
    ])
    expect((await findFiles(sharedDisk, [join(folder, 'a.nwb')])).manifests).toEqual([])
  })

  test('takes a file as it is given, whatever its name, and a hidden folder', async () => {
    await write('raw.h5', 'probe_1_lfp.nwb', '.data/a.nwb')
    expect(await found('raw.h5', 'probe_1_lfp.nwb', '.data')).toEqual([
      '.data/a.nwb',
      'probe_1_lfp.nwb',
      'raw.h5',
    ])
  })

  test('finds a file once, however often and however its place is spelled', async () => {
    await write('a/b.nwb')
    const spelled = [
      folder,
      join(folder, 'a'),
      join(folder, 'a/b.nwb'),
      `${folder}/./a//../a/b.nwb`,
      relative(process.cwd(), join(folder, 'a/b.nwb')),
      `${relative(process.cwd(), folder)}/`,
    ]
    const once = {
      recordings: [join(folder, 'a/b.nwb')],
      probeFiles: new Set(),
      manifests: [],
      refused: [],
    }
    expect(await findFiles(sharedDisk, spelled)).toMatchObject(once)
    expect(await findFiles(sharedDisk, spelled.reverse())).toMatchObject(once)
  })

  test('follows links to files and folders', async () => {
    await write('store/one', 'elsewhere/two.nwb')
    await mkdir(join(folder, 'data'))
    await symlink('../store/one', join(folder, 'data/one.nwb'))
    await symlink('../elsewhere', join(folder, 'data/more'))
    expect(await found('data')).toEqual(['data/more/two.nwb', 'data/one.nwb'])
  })

  test('ends where links go round in circles', async () => {
    await write('a/one.nwb')
    await symlink('..', join(folder, 'a/up'))
    await symlink('self', join(folder, 'a/self'))
    expect(await found('')).toEqual(['a/one.nwb'])
  })

  test('keeps a link that leads nowhere, to be refused with its reason', async () => {
    await symlink('gone', join(folder, 'a.nwb'))
    expect(await found('')).toEqual(['a.nwb'])
  })

  test('takes a folder named as a file for a folder', async () => {
    await write('a.nwb/b.nwb')
    expect(await found('')).toEqual(['a.nwb/b.nwb'])
  })

  test('finds nothing in an empty folder, nor at no place', async () => {
    expect(await found('')).toEqual([])
    expect(await found()).toEqual([])
  })

  test('finds the other files when a folder cannot be listed', async () => {
    await write('a.nwb', 'locked/b.nwb')
    await chmod(join(folder, 'locked'), 0)
    // Root, in a container, lists the locked folder all the same.
    expect(await found('')).toContain('a.nwb')
    await chmod(join(folder, 'locked'), 0o700)
  })

  test('finds nothing at a place that is not there', async () => {
    await write('a.nwb')
    expect(await found('', 'nowhere')).toEqual(['a.nwb'])
  })

  test('leaves out what is no file: a pipe would be waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.nwb')])
    await write('a.nwb')
    expect(await found('')).toEqual(['a.nwb'])
  })
})

describe('a folder that cannot be listed', () => {
  test.each(['EACCES', 'EIO', 'ESTALE'])('is refused with its reason: %s', async (code) => {
    await write('a.nwb', 'locked/b.nwb')
    const disk = failingAt(join(folder, 'locked'), code)
    const { recordings, refused } = await findFiles(disk, [folder])
    expect(recordings).toEqual([join(folder, 'a.nwb')])
    expect(refused.map(({ fileName, error }) => [fileName, error.code, error.detail])).toEqual([
      ['locked', 'FILE_UNREADABLE', code],
    ])
    expect(refused[0]?.error.message).not.toContain(folder)
  })

  test('holds nothing when it vanishes meanwhile', async () => {
    await write('a.nwb', 'gone/b.nwb')
    const disk = failingAt(join(folder, 'gone'), 'ENOENT')
    const { recordings, refused } = await findFiles(disk, [folder])
    expect(recordings).toEqual([join(folder, 'a.nwb')])
    expect(refused).toEqual([])
  })
})

describe('a Zarr store', () => {
  const refusals = async () => {
    const { recordings, refused } = await findFiles(sharedDisk, [folder])
    expect(recordings).toEqual([join(folder, 'a.nwb')])
    return refused.map(({ fileName, error }) => [fileName, error.code])
  }

  test.each([
    ['by its group', 'x.nwb', '.zgroup'],
    ['of version 3', 'x.nwb', 'zarr.json'],
    ['consolidated', 'X.NWB', '.zmetadata'],
    ['by its name', 'sub-1_ecephys.nwb.zarr', 'units/.zgroup'],
  ])('that is named as a recording is refused, and not looked into: %s', async (_, name, mark) => {
    await write('a.nwb', `${name}/${mark}`, `${name}/acquisition/inner.nwb`)
    expect(await refusals()).toEqual([[name, 'ZARR_STORE']])
  })

  test('that is a recording by its attributes is refused', async () => {
    await write('a.nwb', 'mouse/.zgroup', 'cat/zarr.json')
    await writeFile(join(folder, 'mouse/.zattrs'), '{ "nwb_version": "2.6.0" }')
    await writeFile(join(folder, 'cat/zarr.json'), '{"attributes":{"nwb_version":"2.8.0"}}')
    expect(await refusals()).toEqual([
      ['cat', 'ZARR_STORE'],
      ['mouse', 'ZARR_STORE'],
    ])
  })

  test('that is something else is passed over', async () => {
    await write('a.nwb', 'image.ome.zarr/.zgroup', 'image.ome.zarr/0/b.nwb')
    expect(await refusals()).toEqual([])
  })

  test('is refused where it is given as the place', async () => {
    await write('x.nwb/.zgroup')
    const { refused } = await findFiles(sharedDisk, [join(folder, 'x.nwb')])
    expect(refused.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(/^x\.nwb is a Zarr store/),
    ])
  })
})

describe('files of probes in a DANDI archive', () => {
  test('are told beside that of their session, and may still be sessions', async () => {
    const probe = 'sub-1/sub-1_ses-2_probe-7_ecephys.nwb'
    await write('sub-1/sub-1_ses-2.nwb', probe, 'sub-3/sub-3_ses-4_probe-7_ecephys.nwb')
    const { recordings, probeFiles } = await findFiles(sharedDisk, [folder])
    expect(recordings).toHaveLength(3)
    expect([...probeFiles]).toEqual([join(folder, probe)])
  })
})

describe('assertPlacesExist', () => {
  test('refuses a place that does not exist, and names it', async () => {
    await write('a.nwb')
    await expect(assertPlacesExist(sharedDisk, [folder, '/no/where'])).rejects.toThrow(
      InvalidArgumentError,
    )
    await expect(assertPlacesExist(sharedDisk, ['/no/where'])).rejects.toThrow(
      'No file or folder "/no/where".',
    )
  })

  test('takes files and folders', async () => {
    await write('a.nwb')
    await expect(
      assertPlacesExist(sharedDisk, [folder, join(folder, 'a.nwb')]),
    ).resolves.toBeUndefined()
  })
})
