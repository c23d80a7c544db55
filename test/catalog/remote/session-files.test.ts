import { describe, expect, test } from 'vitest'
import type { RemoteFile } from '../../../src/catalog/remote/remote-place.ts'
import { sessionFiles } from '../../../src/catalog/remote/session-files.ts'

function listed(...paths: string[]) {
  const files = paths.map((localPath) => ({ localPath }) as RemoteFile)
  const { recordings, refused, absent, tables } = sessionFiles(files)
  return {
    ids: recordings.map(({ id }) => id),
    probes: recordings.map(({ probeFiles }) => probeFiles.map(({ localPath }) => localPath)),
    probeIds: recordings.flatMap(({ probeFiles }) => probeFiles.map(({ probeId }) => probeId)),
    refused: refused.map(({ fileName, error }) => [fileName, error.code]),
    others: [absent.length, tables.length],
  }
}

describe('a recording of a place', () => {
  test.each([
    ['a/session_715.nwb', '715'],
    ['sub-1/sub-1_ses-20260101_ecephys.nwb', '20260101'],
    ['ses-2.NWB', '2'],
    ['my_session_715.nwb', 'my_session_715'],
    ['notes.nwb', 'notes'],
  ])('%s is the session %s', (path, id) => {
    expect(listed(path).ids).toEqual([id])
  })

  test('is no other file', () => {
    expect(listed('a.txt', 'a.nwb.tmp', 'nwb')).toEqual({
      ids: [],
      probes: [],
      probeIds: [],
      refused: [],
      others: [0, 0],
    })
  })

  test('has its name where several have one id, and its path where they share the name', () => {
    expect(listed('a_ses-1.nwb', 'b_ses-1.nwb', 'ses-2.nwb').ids).toEqual([
      'a_ses-1',
      'b_ses-1',
      '2',
    ])
    expect(listed('x/ses-1.nwb', 'y/ses-1.nwb', 'z_ses-1.nwb').ids).toEqual([
      'x/ses-1',
      'y/ses-1',
      'z_ses-1',
    ])
  })
})

describe('a file of a probe', () => {
  test('belongs to the only session of its folder', () => {
    expect(
      listed('715/session_715.nwb', '715/probe_10_lfp.nwb', '716/session_716.nwb'),
    ).toMatchObject({
      ids: ['715', '716'],
      probes: [['715/probe_10_lfp.nwb'], []],
      probeIds: ['10'],
    })
    expect(listed('session_1.nwb', 'session_2.nwb', 'probe_10_lfp.nwb').probes).toEqual([[], []])
  })

  test('belongs to the session that it is named after', () => {
    const probe = 'sub-1_ses-7_probe-10_ecephys.nwb'
    expect(listed('sub-1_ses-7.nwb', 'sub-1_ses-8.nwb', probe).probes).toEqual([[probe], []])
  })
})

test('a Zarr store is refused once, whatever it holds', () => {
  expect(
    listed('a/one.nwb.zarr/.zattrs', 'a/one.nwb.zarr/units/0', 'b/two.nwb/0', 'c.nwb.zarr'),
  ).toMatchObject({
    ids: [],
    refused: [
      ['one.nwb.zarr', 'ZARR_STORE'],
      ['two.nwb', 'ZARR_STORE'],
      ['c.nwb.zarr', 'ZARR_STORE'],
    ],
  })
})
