import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { receivedSpikes } from '../../support/servers/received-spikes.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each(goldenSessionIds)('spikes of session %s', (id) => {
  test('have the counts and fingerprints of spike_counts.json', async () => {
    const expected = goldenResult<
      Record<string, { n: number; first: number; last: number; sha256: string }>
    >(id, 'spike_counts')
    const units = await receivedSpikes(served, id)
    const received = units.map((unit) => [
      unit.unitId,
      unit.spikeCount,
      sha256(Buffer.from(unit.spikeTimesData.bytes, 'base64')),
    ])
    expect(received.sort()).toEqual(
      Object.entries(expected)
        .map(([unit, { n, sha256: fingerprint }]) => [unit, n, fingerprint])
        .sort(),
    )
  })
})
