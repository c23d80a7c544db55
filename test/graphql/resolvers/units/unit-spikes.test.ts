import { describe, expect, test } from 'vitest'
import type { SessionTables } from '../../../../src/domain/session/session-tables.ts'
import { MemoryReader } from '../../../support/memory/memory-session.ts'
import { execute, forgetting, oneSession } from '../../execute.ts'

describe('spikes and waveforms of units', () => {
  test('500 units with all of them cost one call of the reader each', async () => {
    const units = Array.from({ length: 500 }, (_, i) => ({
      id: i + 1,
      area: 'VISp',
      spikes: [i, i + 0.5],
      amplitudes: [1, 2],
      waveform: [[i, 2 * i + 1, 0]],
    }))
    const { catalog, reader } = await oneSession({ units })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { units(first: 500) { nodes {
        spikeTimes spikeTimesData { bytes } spikeAmplitudes(start: 0.5) spikeAmplitudesData { bytes }
        meanWaveform { values } peak: meanWaveform(channels: PEAK) { data { bytes } channelIds times }
      } } } }`,
    )
    expect(errors).toEqual([])
    expect(reader.requested).toMatchObject({
      tables: 1,
      spikeTimes: 1,
      spikeAmplitudes: 1,
      meanWaveforms: 1,
    })
    const { nodes } = data.session.units
    expect(nodes).toHaveLength(500)
    expect(nodes[0]).toMatchObject({
      spikeTimes: [0, 0.5],
      spikeAmplitudes: [2],
      meanWaveform: { values: [[0, 1, 0]] },
      peak: { channelIds: ['1001'], times: [0, 1 / 30000, 2 / 30000] },
    })
    const bytes = Buffer.from(nodes[499].spikeTimesData.bytes, 'base64')
    expect([bytes.readDoubleLE(0), bytes.readDoubleLE(8)]).toEqual([499, 499.5])
  })

  test('are null where the file stores none', async () => {
    const reader = new MemoryReader({ units: [{ id: 1, area: 'VISp', spikes: [1] }] })
    const tables = await reader.tables()
    const catalog = await forgetting(reader)
    const units = { ...tables.units, hasSpikeAmplitudes: false, waveforms: null }
    reader.tables = async (): Promise<SessionTables> => ({ ...tables, units })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { unit(id: "1") {
        spikeAmplitudes spikeAmplitudesData { bytes } meanWaveform { shape }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.unit).toEqual({
      spikeAmplitudes: null,
      spikeAmplitudesData: null,
      meanWaveform: null,
    })
    expect(reader.requested).toMatchObject({ spikeAmplitudes: 0, meanWaveforms: 0 })
  })

  test.each([
    ['spikeAmplitudes', 2],
    ['meanWaveform { values }', 3],
    ['meanWaveform { times }', 3],
  ])('%s is charged before it is read', async (field, cells) => {
    const { catalog, reader } = await oneSession({
      units: [{ id: 1, area: 'VISp', spikes: [1, 2], waveform: [[1, 2, 3]] }],
    })
    const query = `{ session(id: "1") { unit(id: "1") { ${field} spikeTimes } } }`
    const refused = await execute(catalog, query, { maxCells: cells + 1 })
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'TOO_MANY_CELLS' } })
    expect(reader.requested).toMatchObject({ spikeAmplitudes: 0, meanWaveforms: 0, spikeTimes: 0 })
    expect((await execute(catalog, query, { maxCells: cells + 2 })).errors).toEqual([])
  })
})

describe('units by ranges of metrics, and sorted', () => {
  const units = [
    { id: 1, area: 'VISp', spikes: [], metrics: { snr: 2, dPrime: 5 } },
    { id: 2, area: 'VISl', spikes: [], metrics: { snr: 4, dPrime: Number.NaN } },
    { id: 3, area: 'VISp', spikes: [], metrics: { snr: 3, dPrime: 1 } },
  ]
  async function unitIds(args: string) {
    const { catalog } = await oneSession({ units })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { units(${args}) { nodes { unitId } } areas(acronyms: ["V1"]) {
         units(orderBy: { by: SNR, direction: DESC }) { nodes { unitId } } } } }`,
    )
    expect(errors).toEqual([])
    const idsOf = (list: { nodes: { unitId: string }[] }) =>
      list.nodes.map(({ unitId }) => Number(unitId))
    expect(idsOf(data.session.areas[0].units)).toEqual([3, 1])
    return idsOf(data.session.units)
  }

  test.each([
    ['where: { metrics: [{ metric: SNR, min: 3 }] }', [2, 3]],
    ['where: { metrics: [{ metric: SNR, min: 2, max: 3 }] }', [1, 3]],
    ['where: { metrics: [{ metric: SNR, max: 3 }, { metric: D_PRIME, min: 5 }] }', [1]],
    ['where: { metrics: [{ metric: D_PRIME }] }', [1, 3]],
    ['where: { metrics: [{ metric: WAVEFORM_HALFWIDTH }] }', []],
    ['orderBy: { by: SNR, direction: DESC }', [2, 3, 1]],
    ['orderBy: { by: D_PRIME, direction: DESC }', [1, 3, 2]],
    ['orderBy: [{ by: AREA }, { by: ID, direction: DESC }]', [2, 3, 1]],
    ['orderBy: []', [1, 2, 3]],
    ['orderBy: { by: SNR }, first: 1', [1]],
  ])('%s', async (args, expected) => {
    expect(await unitIds(args)).toEqual(expected)
  })

  test('more keys than anyone sorts by are refused', async () => {
    const { catalog } = await oneSession({ units })
    const keys = new Array<string>(9).fill('{ by: ID }').join()
    const { errors } = await execute(
      catalog,
      `{ session(id: "1") { units(orderBy: [${keys}]) { totalCount } } }`,
    )
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
  })
})
