import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { openPlace } from '../../../src/catalog/remote/open-place.ts'
import { MemoryIndex } from '../../support/memory/memory-index.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hash = (text: string) => createHash('blake2b512').update(text).digest('hex')
const root = 'visual-behavior-neuropixels'
const bucket = 'visual-behavior-neuropixels-data'
const url = (path: string) => `https://${bucket}.s3.us-west-2.amazonaws.com/${root}/${path}`
const sessionPath = 'behavior_ecephys_sessions/1043752325/ecephys_session_1043752325.nwb'

const lfpPath = 'behavior_ecephys_sessions/1043752325/probe_1061238669_lfp.nwb'

let server: S3Server
let client: RemoteClient

/** Two releases; the file of the session was written again after the second. */
beforeEach(async () => {
  client = new RemoteClient()
  server = await S3Server.start(bucket)
  const table = [
    'ecephys_session_id,behavior_session_id,session_type,mouse_id,genotype,sex,age_in_days,unit_count,probe_count,channel_count,structure_acronyms,file_id',
    "1043752325,1043867625,EPHYS_1_images_G_5uL_reward,544836,wt/wt,M,126,2055,6,2304,\"['APN', 'CA1']\",850.0",
    '1044016459,1044023973,EPHYS_1_images_H_3uL_reward,545041,wt/wt,F,131,1981,6,2304,"[]",999.0',
  ].join('\n')
  const tableVersion = server.put(`${root}/project_metadata/ecephys_sessions.csv`, bytes(table))
  const version = server.put(`${root}/${sessionPath}`, bytes('released'))
  server.put(`${root}/${sessionPath}`, bytes('written later'))
  const probeTable = [
    'ecephys_probe_id,ecephys_session_id,name,has_lfp_data,file_id',
    '1061238668,1043752325,probeA,False,-999.0',
    '1061238669,1043752325,probeB,True,1870.0',
    '1061238670,1044016459,probeA,True,1871.0',
  ].join('\n')
  const probesVersion = server.put(`${root}/project_metadata/probes.csv`, bytes(probeTable))
  const lfpVersion = server.put(`${root}/${lfpPath}`, bytes('potentials'))
  const manifest = (release: string) =>
    JSON.stringify({
      project_name: root,
      manifest_version: release,
      metadata_file_id_column_name: 'file_id',
      metadata_files: {
        ecephys_sessions: {
          url: url('project_metadata/ecephys_sessions.csv'),
          version_id: tableVersion,
          file_hash: hash(table),
        },
        probes: {
          url: url('project_metadata/probes.csv'),
          version_id: probesVersion,
          file_hash: hash(probeTable),
        },
      },
      data_files: {
        850: { url: url(sessionPath), version_id: version, file_hash: hash('released') },
        1870: { url: url(lfpPath), version_id: lfpVersion, file_hash: hash('potentials') },
      },
    })
  for (const release of ['0.9.0', '0.10.0']) {
    const name = `${root}_project_manifest_v${release}.json`
    server.put(`${root}/manifests/${name}`, bytes(manifest(release)))
  }
})

afterEach(async () => {
  await client.close()
  await server[Symbol.asyncDispose]()
})

const open = () =>
  openPlace('allen://visual-behavior', {
    client,
    index: new MemoryIndex(),
    endpoint: server.endpoint,
  })

describe('the Visual Behavior project', () => {
  test('is that of its latest release', async () => {
    const { recordings } = await open().list()
    expect(recordings).toMatchObject([
      {
        id: '1043752325',
        localPath: `${root}-0.10.0/${sessionPath}`,
        described: {
          metadata: {
            sessionType: 'EPHYS_1_images_G_5uL_reward',
            subject: { id: '544836', sex: 'M', genotype: 'wt/wt', ageInDays: 126 },
          },
          unitCount: 2055,
          probeCount: 6,
          channelCount: 2304,
        },
      },
    ])
    expect(server.ranges.requests).toHaveLength(4)
  })

  test('has each file in the version that the release names, with its digest', async () => {
    const [recording] = (await open().list()).recordings
    if (!recording) throw new Error('nothing listed')
    const { bytes: content } = await client.open(recording.address, 100)
    expect(new TextDecoder().decode(content)).toBe('released')
    expect(await recording.digest()).toEqual({ algorithm: 'blake2b512', hex: hash('released') })
    expect(recording.address.contentId).toBe(`blake2b512:${hash('released')}`)
  })

  test('has the files of probes with local field potentials, for their session', async () => {
    const [recording] = (await open().list()).recordings
    expect(recording?.probeFiles).toMatchObject([
      { probeId: '1061238669', localPath: `${root}-0.10.0/${lfpPath}` },
    ])
    expect(await recording?.probeFiles[0]?.digest()).toEqual({
      algorithm: 'blake2b512',
      hex: hash('potentials'),
    })
  })

  test('whose manifest is another file is an error', async () => {
    server.put(`${root}/manifests/${root}_project_manifest_v1.0.0.json`, bytes('<html>'))
    await expect(open().list()).rejects.toMatchObject({ code: 'REMOTE_UNSUITABLE' })
  })
})
