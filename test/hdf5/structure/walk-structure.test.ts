import { describe, expect, test } from 'vitest'
import { noFile } from '../../../src/byte-sources/source-identity.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { goldenSessionFile, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { FarFile } from '../../support/recordings/far-file.ts'

describe.each(goldenSessionIds)('session %s on a server', (id) => {
  const path = goldenSessionFile(id)

  // Over which the whole file does not come at once.
  const slowly = () => new FarFile(path, 1e5)

  test('is described in a few waits, as on a disk', async () => {
    const far = slowly()
    const session = await SessionFile.of(far)
    const local = await SessionFile.open(path)
    expect(session.load('tables')).toEqual(local.load('tables'))
    expect(far.waits).toBeLessThanOrEqual(20)
    const ofTables = far.waits
    expect(session.load('presentations')).toEqual(local.load('presentations'))
    expect(session.load('stimulusConditions')).toEqual(local.load('stimulusConditions'))
    expect(far.waits - ofTables).toBeLessThanOrEqual(6)
    const ofStimuli = far.waits
    expect(session.load('storedSeries')).toEqual(local.load('storedSeries'))
    expect(far.waits - ofStimuli).toBeLessThanOrEqual(3)
    const ofSeries = far.waits
    expect(session.load('spikeLayout')).toEqual(local.load('spikeLayout'))
    expect(far.waits - ofSeries).toBeLessThanOrEqual(1)
    session.close()
    local.close()
  })

  test('has what is loaded first fetched before it is', async () => {
    const [one, other] = [slowly(), slowly()]
    const session = await SessionFile.of(one)
    const prefetched = await SessionFile.of(other, noFile, 'tables')
    expect(other.bytesFetched).toBeGreaterThan(one.bytesFetched)
    expect(prefetched.load('tables')).toEqual(session.load('tables'))
    expect([other.bytesFetched, other.waits]).toEqual([one.bytesFetched, one.waits])
    session.close()
    prefetched.close()
  })
})
