import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'

/** The first two are one number as float64, and so are the last two. */
const UNIT_IDS = [9007199254740993n, 9007199254740992n, -9007199254740993n, 5n]
const CHANNEL_IDS = [1152921504606846977n, 1152921504606846976n]
const CLUSTER_IDS = [17592186044416n, 3000000000n, 9007199254740993n, -4n]
const ROW_IDS = UNIT_IDS.map(String)

const everyUnit =
  '{ amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false }'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  const units = UNIT_IDS.map((id, i) => ({ id, spikes: [i + 0.5, i + 1.5], electrode: i % 2 }))
  await writeNwb(join(folder, 'wide.nwb'), {
    identifier: 'wide',
    units,
    electrodeIds: CHANNEL_IDS,
    probeId: 9007199254740995n,
    intervals: {
      trials: {
        start: [0, 1, 2, 3, 4, 5],
        stop: [1, 2, 3, 4, 5, 6],
        columns: {
          seed: [
            9007199254740993n,
            9007199254740992n,
            9007199254740993n,
            7n,
            9007199254740992n,
            7n,
          ],
        },
      },
    },
    edit: (_, table) => {
      const data = BigInt64Array.from(CLUSTER_IDS) as unknown as number[]
      table.create_dataset({ name: 'cluster_id', data, dtype: '<q' })
    },
  })
  await writeNwb(join(folder, 'unsigned.nwb'), {
    identifier: 'unsigned',
    units: [{ id: 2n ** 64n - 1n, spikes: [0.5, 1.5] }],
    idType: '<Q',
  })
  return [folder]
})

/** The file at the address that a field gives. */
async function fetched(href: string): Promise<Buffer> {
  const response = await fetch(served.url + href)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const arraysOf = (npz: Buffer) =>
  Object.fromEntries(
    unzip(npz).map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content).data]),
  )

describe('ids beyond 2^53', () => {
  test('have all their digits, in every list and object', async () => {
    const { session } = await served.data<{ session: Record<string, never> }>(
      `{ session(id: "wide") {
         units(where: ${everyUnit}, orderBy: [{ by: ID }]) { nodes { unitId clusterId channel { channelId } probe { probeId } } }
         channels { nodes { channelId } }
         binnedActivity(start: 0, stop: 5, binSize: 5, areas: [], units: ${everyUnit}) { unitIds }
         alignedActivity(units: ${everyUnit}, after: 1, binSize: 1) { unitIds }
         channelStructureIntervals { channelIds }
       } }`,
    )
    const [channelA, channelB] = CHANNEL_IDS.map((id) => ({ channelId: String(id) }))
    const probe = { probeId: '9007199254740995' }
    expect(session).toEqual({
      units: {
        nodes: [
          { unitId: '-9007199254740993', clusterId: '9007199254740993', channel: channelA, probe },
          { unitId: '5', clusterId: -4, channel: channelB, probe },
          { unitId: '9007199254740992', clusterId: 3000000000, channel: channelB, probe },
          { unitId: '9007199254740993', clusterId: 17592186044416, channel: channelA, probe },
        ],
      },
      channels: { nodes: [channelA, channelB] },
      // In the AllenSDK's order: by the channels' places, then as in the file.
      binnedActivity: [{ unitIds: [ROW_IDS[0], ROW_IDS[2], ROW_IDS[1], ROW_IDS[3]] }],
      alignedActivity: { unitIds: [ROW_IDS[0], ROW_IDS[2], ROW_IDS[1], ROW_IDS[3]] },
      channelStructureIntervals: [
        { channelIds: [String(CHANNEL_IDS[0])] },
        { channelIds: [String(CHANNEL_IDS[1])] },
      ],
    })
  })

  test('find what they are of, and nothing else', async () => {
    const { session } = await served.data<{ session: Record<string, never> }>(
      `{ session(id: "wide") {
         a: unit(id: "9007199254740993") { spikeTimes }
         b: unit(id: "9007199254740992") { spikeTimes }
         c: unit(id: "-9007199254740993") { spikeTimes }
         units(where: { ids: ["9007199254740993"] }) { nodes { unitId } }
         inProbe: units(where: { probes: ["9007199254740995"] }) { totalCount }
         channelStructureIntervals(channelIds: ["1152921504606846976"]) { channelIds }
       } }`,
    )
    expect(session).toEqual({
      a: { spikeTimes: [0.5, 1.5] },
      b: { spikeTimes: [1.5, 2.5] },
      c: { spikeTimes: [2.5, 3.5] },
      units: { nodes: [{ unitId: '9007199254740993' }] },
      inProbe: { totalCount: 4 },
      channelStructureIntervals: [{ channelIds: ['1152921504606846976'] }],
    })
    const { errors } = await served.sendQuery(
      '{ session(id: "wide") { unit(id: "9007199254740994") { unitId } } }',
    )
    expect(errors?.[0]?.extensions.code).toBe('UNIT_NOT_FOUND')
  })

  test('are their own objects to a cache, and found again by their global ids', async () => {
    const { units } = await served.data<{ units: { nodes: { id: string; unitId: string }[] } }>(
      `{ units(sessions: { ids: ["wide"] }, where: ${everyUnit}) { nodes { id unitId } } }`,
    )
    expect(new Set(units.nodes.map(({ id }) => id)).size).toBe(4)
    const { nodes } = await served.data<{ nodes: unknown[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Unit { unitId } } }',
      { ids: units.nodes.map(({ id }) => id) },
    )
    expect(nodes).toEqual(units.nodes)
  })

  test('are int64 in .npz, and texts in Arrow and CSV', async () => {
    const { session } = await served.data<{
      session: { binnedActivity: Record<string, string>[]; dataset: { href: string } }
    }>(
      `{ session(id: "wide") {
         binnedActivity(start: 0, stop: 5, binSize: 5, areas: [], units: { ids: ["9007199254740993", "9007199254740992"] }) {
           npz: href(format: NPZ) csr: href(format: CSR) arrow: href(format: ARROW) csv: href(format: CSV)
         }
         dataset(areas: ["VISp", "VISl"], epochs: {}, before: 0, after: 1) { href }
       } }`,
    )
    const [{ npz, csr, arrow, csv } = {} as Record<string, string>] = session.binnedActivity
    const ids = BigInt64Array.of(9007199254740993n, 9007199254740992n)
    expect(arraysOf(await fetched(npz as string)).unit_ids).toEqual(ids)
    expect(arraysOf(await fetched(csr as string)).unit_ids).toEqual(ids)
    expect(String(await fetched(csv as string)).split('\n')[0]).toBe(
      'bin_start,9007199254740993,9007199254740992',
    )
    expect(tableFromIPC(await fetched(arrow as string)).names).toEqual([
      'bin_start',
      '9007199254740993',
      '9007199254740992',
    ])
    const dataset = arraysOf(await fetched(session.dataset.href))
    expect(dataset.unit_ids__VISp).toEqual(BigInt64Array.of(9007199254740993n, -9007199254740993n))
    expect(dataset.unit_ids__VISl).toEqual(BigInt64Array.of(9007199254740992n, 5n))
  })

  test('are uint64 where int64 ends', async () => {
    const { session } = await served.data<{
      session: { unit: unknown; binnedActivity: { unitIds: string[]; href: string }[] }
    }>(
      `{ session(id: "unsigned") {
         unit(id: "18446744073709551615") { unitId }
         binnedActivity(start: 0, stop: 3, areas: [], units: ${everyUnit}) { unitIds href(format: NPZ) }
       } }`,
    )
    expect(session.unit).toEqual({ unitId: '18446744073709551615' })
    expect(session.binnedActivity[0]?.unitIds).toEqual(['18446744073709551615'])
    const { unit_ids } = arraysOf(await fetched(session.binnedActivity[0]?.href as string))
    expect(unit_ids).toEqual(BigUint64Array.of(2n ** 64n - 1n))
  })
})

describe('stimulus parameters beyond 2^53', () => {
  const [odd, even] = ['9007199254740993', '9007199254740992']
  const seeds = [odd, even, odd, 7, even, 7]

  test('are texts of their digits, and apart from their neighbours in conditions and groups', async () => {
    const { session } = await served.data<{ session: Record<string, never> }>(
      `{ session(id: "wide") {
         stimulusPresentations { nodes { parameters(names: ["seed"]) { value } } }
         alignedActivity(units: ${everyUnit}, after: 1, binSize: 1) {
           groups(by: PARAMETERS, parameters: ["seed"]) { parameters { value } presentationIds }
         }
       } }`,
    )
    expect(session).toEqual({
      stimulusPresentations: { nodes: seeds.map((value) => ({ parameters: [{ value }] })) },
      alignedActivity: {
        groups: [
          { parameters: [{ value: '9007199254740993' }], presentationIds: ['0', '2'] },
          { parameters: [{ value: '9007199254740992' }], presentationIds: ['1', '4'] },
          { parameters: [{ value: 7 }], presentationIds: ['3', '5'] },
        ],
      },
    })
  })

  test('are found by their digits, as a text or a literal', async () => {
    const found = (value: string) =>
      `stimulusPresentations(where: { parameters: [{ name: "seed", values: [${value}] }] }) { nodes { presentationId } }`
    const { session } = await served.data<{ session: Record<string, never> }>(
      `{ session(id: "wide") { text: ${found('"9007199254740993"')} literal: ${found('9007199254740992')} small: ${found('7')} } }`,
    )
    expect(session).toEqual({
      text: { nodes: [{ presentationId: '0' }, { presentationId: '2' }] },
      literal: { nodes: [{ presentationId: '1' }, { presentationId: '4' }] },
      small: { nodes: [{ presentationId: '3' }, { presentationId: '5' }] },
    })
  })
})
