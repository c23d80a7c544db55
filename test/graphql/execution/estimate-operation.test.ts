import { describe, expect, test } from 'vitest'
import { createContext } from '../../../src/graphql/context.ts'
import { createApolloServer } from '../../../src/graphql/server/apollo-server.ts'
import {
  MEMORY_SAMPLE_BYTES,
  type MemorySessionOptions,
} from '../../support/memory/memory-session.ts'
import { oneSession, recordingLogger, smallSession } from '../execute.ts'

/** What the server says of a query that it only estimates. */
async function estimated(
  query: string,
  location: string | null = 's3://bucket/1.nwb',
  session: MemorySessionOptions = smallSession,
) {
  const { reader, catalog } = await oneSession(session)
  const at = {
    ...catalog,
    session: async (id: string) => ({ ...(await catalog.session(id)), location }),
  }
  const { body } = await createApolloServer(recordingLogger()).executeOperation(
    { query, extensions: { estimate: true } },
    { contextValue: createContext({ catalog: at, version: '0.0.0-test' }) },
  )
  if (body.kind !== 'single') throw new Error('an answer in parts')
  return { result: JSON.parse(JSON.stringify(body.singleResult)), requested: reader.requested }
}

const counts = '{ session(id: "1") { binnedActivity(start: 0, stop: 60, binSize: 1) { counts } } }'

describe('an operation of which only an estimate is requested', () => {
  test('reads no spikes, and gives no data, but about how many bytes they take', async () => {
    const { result, requested } = await estimated(counts)
    expect(result).toMatchObject({ data: null })
    expect(result.errors).toBeUndefined()
    // Of the ten spikes of its units in an area.
    expect(result.extensions.estimate.bytes).toBe(80)
    expect(requested).toMatchObject({ countSpikes: 0, estimateSpikes: 1 })
  })

  test('adds up spikes and waveforms of all its fields', async () => {
    const { result } = await estimated(
      '{ session(id: "1") { a: unit(id: "11") { spikeTimes } b: unit(id: "12") { meanWaveform { values } } } }',
      's3://bucket/1.nwb',
      {
        units: smallSession.units.map((unit) => ({ ...unit, waveform: [[1, 2]] })),
      },
    )
    expect(result.extensions.estimate.bytes).toBe(4 * 8 + MEMORY_SAMPLE_BYTES)
  })

  test('is nothing where no spikes are read, or the recording lies on the server', async () => {
    const { result } = await estimated('{ session(id: "1") { unitCount } }')
    expect(result).toEqual({ data: null, extensions: { estimate: { bytes: 0 } } })
    const here = await estimated(counts, null)
    expect(here.result).toEqual({ data: null, extensions: { estimate: { bytes: 0 } } })
    expect(here.requested).toMatchObject({ countSpikes: 0, estimateSpikes: 0 })
  })

  test('fails as it would otherwise', async () => {
    const { result } = await estimated(
      '{ session(id: "1") { binnedActivity(start: 5, stop: 0, binSize: 1) { counts } units { nodes { spikeTimes } } } }',
    )
    expect(result.data ?? null).toBeNull()
    expect(result.errors).toMatchObject([{ extensions: { code: 'INVALID_WINDOW' } }])
    expect(result.extensions).toBeUndefined()
  })

  test('does not read a file for its version', async () => {
    const { result, requested } = await estimated(
      '{ session(id: "1") { binnedActivity(start: 0, stop: 60, binSize: 1) { href } } }',
    )
    expect(result).toEqual({ data: null, extensions: { estimate: { bytes: 0 } } })
    expect(requested).toMatchObject({ fileVersion: 0 })
  })
})
