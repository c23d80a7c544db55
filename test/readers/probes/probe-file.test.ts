import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedDisk } from '../../../src/byte-sources/disk/disk.ts'
import {
  isAllenProbeFile,
  isDandiProbeFile,
  probeFilePaths,
} from '../../../src/readers/probes/probe-file.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Names of the files that are looked at, in order, for a probe of the first file. */
async function lookedAt(name: string, files: readonly string[], probeId: string | null) {
  const place = join(folder, name)
  mkdirSync(place)
  for (const file of files) writeFileSync(join(place, file), '')
  const paths = await probeFilePaths(sharedDisk, join(place, files[0]), probeId)
  expect(paths.every(({ path }) => dirname(path) === place)).toBe(true)
  return paths.map(({ path, isNamedSo }) => `${isNamedSo ? '' : 'perhaps '}${basename(path)}`)
}

describe('probeFilePaths', () => {
  test('are the AllenSDK’s, whether or not it is there', async () => {
    expect(await lookedAt('allen', ['session_1.nwb'], '75')).toEqual(['probe_75_lfp.nwb'])
  })

  test('are those of a DANDI archive, the one named like the probe first', async () => {
    const files = [
      'sub-1_ses-2.nwb',
      'sub-1_ses-2_probe-74_ecephys.nwb',
      'sub-1_ses-2_probe-75_ecephys.nwb',
      'sub-1_ses-20_probe-75_ecephys.nwb',
      'sub-10_ses-2_probe-75_ecephys.nwb',
    ]
    expect(await lookedAt('dandi', files, '75')).toEqual([
      'probe_75_lfp.nwb',
      'sub-1_ses-2_probe-75_ecephys.nwb',
      'perhaps sub-1_ses-2_probe-74_ecephys.nwb',
    ])
  })

  test('are found beside a session’s file that tells what it holds, or is named as the AllenSDK does', async () => {
    const probe = 'sub-1_ses-2_probe-probe-B_ecephys.nwb'
    const expected = ['probe_probe_B_lfp.nwb', probe]
    for (const name of ['sub-1_ses-2_behavior+ecephys.nwb', 'session_2.nwb']) {
      expect(await lookedAt(`beside ${name}`, [name, probe], 'probe_B')).toEqual(expected)
    }
  })

  test('are not those of another session of the subject', async () => {
    const files = ['sub-1_ses-2.nwb', 'sub-1_probe-75_ecephys.nwb']
    expect(await lookedAt('sessions', files, '75')).toEqual(['probe_75_lfp.nwb'])
  })

  test.each(['../75', '/75', '', 'a/b', '75\0', '75\n'])(
    'lie in the folder of the session, whatever the id says: %j',
    async (id) => {
      expect(await probeFilePaths(sharedDisk, '/nowhere/session_1.nwb', id)).toEqual([])
    },
  )

  test('are none of no probe', async () => {
    expect(await probeFilePaths(sharedDisk, '/nowhere/session_1.nwb', null)).toEqual([])
  })
})

describe('a file of a probe', () => {
  test('is told by the AllenSDK’s name', () => {
    expect(isAllenProbeFile('probe_75_lfp.nwb')).toBe(true)
    expect(isAllenProbeFile('probe_x_lfp.nwb')).toBe(false)
  })

  test('is told by a DANDI archive’s name beside its session’s', () => {
    const name = 'sub-1_ses-2_probe-75_ecephys.nwb'
    expect(isDandiProbeFile(name, [name, 'sub-1_ses-2.nwb'])).toBe(true)
    expect(isDandiProbeFile(name, [name, 'sub-1_ses-3.nwb'])).toBe(false)
    expect(isDandiProbeFile(name, [name, 'sub-1_ses-2_probe-76_ecephys.nwb'])).toBe(false)
    expect(isDandiProbeFile('sub-1_ses-2.nwb', [name, 'sub-1_ses-2.nwb'])).toBe(false)
  })
})
