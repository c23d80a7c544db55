import { describe, expect, test } from 'vitest'
import type { SessionTables } from '../../src/domain/session/session-tables.ts'
import { RecordingError } from '../../src/errors.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'
import { execute, forgetting, oneSession, smallSession } from './execute.ts'

const mixedQuery = `
  fragment Counts on BinnedActivity { shape counts }
  query Mixed($id: ID!) {
    early: session(id: $id) {
      binnedActivity(start: 0, stop: 30, binSize: 10, areas: ["V1"]) { ...Counts spikeCount }
      again: binnedActivity(start: 0, stop: 30, binSize: 10, areas: ["VISp"]) { ...Counts unitRates }
    }
    sessions {
      nodes {
        areas(acronyms: ["LM"]) { binnedActivity(before: 1, after: 1, binSize: 1) { ...Counts } }
        stimulusEpochs {
          binnedActivity(areas: [], before: 0, after: 2, binSize: 2) { ...Counts sparse { data } }
        }
        late: binnedActivity(start: 5, stop: 6, areas: ["V1"]) { spikeCount }
      }
    }
  }`

/** A reader whose tables take their time, by several turns of the event loop. */
class SlowReader extends MemoryReader {
  override async tables(): Promise<SessionTables> {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    return super.tables()
  }
}

describe('loading', () => {
  test('asks a session once for all counts of a request, at whatever level they are wanted', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data, errors } = await execute(catalog, mixedQuery, { variables: { id: '1' } })
    expect(errors).toEqual([])
    expect(reader.requested.countSpikes).toBe(1)
    expect(data.early.binnedActivity[0]).toEqual({
      shape: [3, 2],
      counts: [
        [0, 0],
        [3, 1],
        [1, 2],
      ],
      spikeCount: 7,
    })
    expect(data.early.again[0].unitRates).toEqual([4 / 15.5, 3 / 15.5])
  })

  test('asks for the same matrix once', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    await execute(catalog, mixedQuery, { variables: { id: '1' } })
    // [0, 30] of VISp; 3 epochs of VISl; 3 epochs of all; [5, 6] of VISp
    expect(reader.requested.matrices).toBe(8)
  })

  test('waits for the tables of all sessions, then asks each session once', async () => {
    const fast = new MemoryReader({ ...smallSession, id: '1' })
    const slow = new SlowReader({ ...smallSession, id: '2' })
    const catalog = await forgetting(fast, slow)
    const { errors } = await execute(
      catalog,
      `{ sessions { nodes {
        binnedActivity(start: 0, stop: 30, binSize: 10) { counts }
        stimulusEpochs { binnedActivity { counts } }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(fast.requested).toMatchObject({ tables: 1, countSpikes: 1 })
    expect(slow.requested).toMatchObject({ tables: 1, countSpikes: 1 })
  })

  test('asks a session once for all spike times, and once for its span', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") {
        units { nodes { unitId spikeTimes early: spikeTimes(stop: 10.5) } }
        unit(id: "14") { spikeTimes }
        recordedSpan { startTime stopTime }
        stimulusEpochs { binnedActivity(before: 20, after: 10) { coverage } }
      } }`,
    )
    expect(errors).toEqual([])
    expect(reader.requested).toMatchObject({
      tables: 1,
      countSpikes: 0,
      spikeTimes: 1,
      spikeSpan: 1,
    })
    expect(data.session.units.nodes).toEqual([
      { unitId: '11', spikeTimes: [10, 10.5, 11, 25], early: [10, 10.5] },
      { unitId: '12', spikeTimes: [9.5, 11.5, 11.5], early: [9.5] },
      { unitId: '13', spikeTimes: [12, 20, 21], early: [] },
    ])
    expect(data.session.unit.spikeTimes).toEqual([10.25])
    expect(data.session.recordedSpan).toEqual({ startTime: 9.5, stopTime: 25 })
    // windows [-10, 20], [-8, 22] and [0, 30] of what was recorded from 9.5 to 25
    expect(
      data.session.stimulusEpochs.map(
        (epoch: { binnedActivity: { coverage: number }[] }) => epoch.binnedActivity[0]?.coverage,
      ),
    ).toEqual([10.5 / 30, 12.5 / 30, 15.5 / 30])
  })

  test('does not open tables for what the catalog knows', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ sessionTypes areas { acronym alias sessionCount unitCount sessionIds }
         sessions { totalCount nodes { id fileName fileSize recordedAreas unitCount channelCount probeCount
           nwbVersion sessionType startTime description institution experimenters subject { subjectId } } } }`,
    )
    expect(errors).toEqual([])
    expect(reader.requested).toMatchObject({ tables: 0, countSpikes: 0 })
    expect(data.sessions.nodes[0]).toMatchObject({
      id: '1',
      fileName: 'session_1.nwb',
      recordedAreas: ['VISp', 'VISl'],
      unitCount: 4,
    })
    expect(data.areas).toEqual([
      { acronym: 'VISl', alias: 'LM', sessionCount: 1, unitCount: 1, sessionIds: ['1'] },
      { acronym: 'VISp', alias: 'V1', sessionCount: 1, unitCount: 2, sessionIds: ['1'] },
    ])
  })

  test('reads nothing for the shape and the columns of a matrix', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data } = await execute(
      catalog,
      '{ session(id: "1") { binnedActivity(start: 0, stop: 1) { shape unitIds units { unitId } start stop } } }',
    )
    expect(data.session.binnedActivity).toHaveLength(2)
    expect(reader.requested).toMatchObject({ tables: 1, countSpikes: 0, spikeSpan: 0 })
  })

  test('a session that fails fails only its own fields', async () => {
    const well = new MemoryReader({ ...smallSession, id: '1' })
    const damaged = new MemoryReader({ ...smallSession, id: '2' })
    damaged.read = async () => {
      throw new RecordingError('FILE_DAMAGED', 'session_2.nwb')
    }
    const { data, errors } = await execute(
      await forgetting(well, damaged),
      `{ well: session(id: "1") { binnedActivity(start: 0, stop: 30, areas: ["LM"]) { spikeCount } }
         damaged: session(id: "2") { id binnedActivity(start: 0, stop: 30, areas: ["LM"]) { spikeCount } } }`,
    )
    expect(data).toEqual({ well: { binnedActivity: [{ spikeCount: 3 }] }, damaged: null })
    expect(errors).toMatchObject([
      {
        path: ['damaged', 'binnedActivity', 0, 'spikeCount'],
        extensions: { code: 'FILE_DAMAGED' },
      },
    ])
  })
})
