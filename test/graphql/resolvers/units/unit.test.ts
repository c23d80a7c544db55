import { describe, expect, test } from 'vitest'
import type { SessionTables } from '../../../../src/domain/session/session-tables.ts'
import { MemoryReader } from '../../../support/memory/memory-session.ts'
import { execute, forgetting, oneSession } from '../../execute.ts'

const everything = `{ session(id: "1") {
  probes { probeId name description location samplingRate lfpSamplingRate hasLfpData channelCount }
  channels { nodes { channelId localIndex area valid verticalPosition horizontalPosition anteriorPosteriorCcf
    dorsalVentralCcf leftRightCcf filtering probe { name } } }
  unit(id: "7") { unitId area quality clusterId localIndex firingRate snr maxDrift spikeCount session { id }
    channel { channelId } probe { probeId } waveform { duration ptRatio } }
} }`

/** A session of one unit, with some of its tables replaced. */
async function sessionWith(change: (tables: SessionTables) => SessionTables) {
  const reader = new MemoryReader({
    units: [
      { id: 7, area: 'VISp', spikes: [1, 2], metrics: { snr: Number.NaN, waveformDuration: 0.25 } },
    ],
  })
  const tables = await reader.tables()
  const catalog = await forgetting(reader)
  reader.tables = async () => change(tables)
  const { data, errors } = await execute(catalog, everything)
  expect(errors).toEqual([])
  return data.session
}

describe('units, channels and probes', () => {
  test('give their columns, and null for a missing value', async () => {
    expect(await sessionWith((tables) => tables)).toEqual({
      probes: [
        {
          probeId: '100',
          name: 'probeA',
          description: null,
          location: null,
          samplingRate: 30000,
          lfpSamplingRate: 1250,
          hasLfpData: false,
          channelCount: 1,
        },
      ],
      channels: {
        nodes: [
          {
            channelId: '1007',
            localIndex: 0,
            area: 'VISp',
            valid: true,
            verticalPosition: 0,
            horizontalPosition: 11,
            anteriorPosteriorCcf: null,
            dorsalVentralCcf: null,
            leftRightCcf: null,
            filtering: null,
            probe: { name: 'probeA' },
          },
        ],
      },
      unit: {
        unitId: '7',
        area: 'VISp',
        quality: 'good',
        clusterId: null,
        localIndex: null,
        firingRate: 5,
        snr: null,
        maxDrift: null,
        spikeCount: 2,
        session: { id: '1' },
        channel: { channelId: '1007' },
        probe: { probeId: '100' },
        waveform: { duration: 0.25, ptRatio: null },
      },
    })
  })

  test('give null for an empty text', async () => {
    const session = await sessionWith((tables) => ({
      ...tables,
      units: { ...tables.units, quality: [''] },
    }))
    expect(session.unit.quality).toBeNull()
  })

  test('give null where the file lacks the column', async () => {
    const session = await sessionWith((tables) => ({
      ...tables,
      channels: { ...tables.channels, valid: null, areas: null, localIndex: null },
      units: {
        ...tables.units,
        quality: null,
        channelRows: Int32Array.of(-1),
        probeRows: Int32Array.of(-1),
        clusterId: Float64Array.of(Number.NaN),
        localIndex: Float64Array.of(3.5),
        metrics: { ...tables.units.metrics, firingRate: null, waveformDuration: null },
      },
    }))
    expect(session.channels.nodes[0]).toMatchObject({ valid: null, area: null, localIndex: null })
    expect(session.unit).toMatchObject({
      quality: null,
      channel: null,
      probe: null,
      clusterId: null,
      localIndex: null,
      firingRate: null,
      waveform: { duration: null },
    })
  })

  test('channels are filtered by validity, area and probe', async () => {
    const { catalog } = await oneSession({
      units: [
        { id: 1, area: 'VISp', spikes: [] },
        { id: 2, area: null, spikes: [] },
      ],
    })
    const { data } = await execute(
      catalog,
      `{ session(id: "1") {
        all: channels { totalCount }
        inV1: channels(where: { areas: ["V1"], probes: ["100"], validOnly: true }) { nodes { channelId } }
        none: channels(where: { areas: [] }) { totalCount }
      } }`,
    )
    expect(data.session).toEqual({
      all: { totalCount: 2 },
      inV1: { nodes: [{ channelId: '1001' }] },
      none: { totalCount: 0 },
    })
  })
})
