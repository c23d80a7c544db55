import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/formats/numpy/npy.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { unzip } from '../support/unzip.ts'
import { run } from './run-in-one-process.ts'

const UNIT_IDS = [9007199254740993n, 9007199254740992n, -9007199254740993n]
const MOST = 2n ** 64n - 1n

const folder = temporaryFolder()
const signed = join(folder, 'signed.nwb')
const unsigned = join(folder, 'unsigned.nwb')
beforeAll(async () => {
  await writeNwb(signed, {
    identifier: 'signed',
    units: UNIT_IDS.map((id, i) => ({ id, spikes: [i + 0.5], electrode: i === 2 ? 7 : 0 })),
    electrodeIds: [1152921504606846977n, 3n],
    intervals: {
      gabors_presentations: { start: [0, 1], stop: [1, 2], columns: { seed: [MOST >> 2n, 5n] } },
    },
    edit: (_, table) => {
      const data = BigInt64Array.of(17592186044416n, 9007199254740993n, -4n) as unknown as number[]
      table.create_dataset({ name: 'cluster_id', data, dtype: '<q' })
    },
  })
  await writeNwb(unsigned, {
    identifier: 'unsigned',
    units: [
      { id: MOST, spikes: [0.5] },
      { id: 3n, spikes: [1.5] },
    ],
    idType: '<Q',
    intervals: { gabors_presentations: { start: [0], stop: [1] } },
  })
})

async function exported(
  recording: string,
  ending: string,
  kind: string,
  ...options: string[]
): Promise<Buffer> {
  const file = join(folder, `out.${ending}`)
  const { code, stderr } = await run(['export', kind, recording, '--out', file, ...options])
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return readFile(file)
}

/** Some columns of a CSV file without quotes, row by row. */
function csvRows(bytes: Buffer, ...names: string[]): (string | undefined)[][] {
  const [header = [], ...rows] = bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((row) => names.map((name) => row[header.indexOf(name)]))
}

const npzColumns = (bytes: Buffer) =>
  Object.fromEntries(
    unzip(bytes).map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content).data]),
  )

const parquetRows = ({ buffer, byteOffset, byteLength }: Buffer) =>
  parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer })

const units = ['units', '--all-units'] as const
const bins = ['--all-units', '--after', '1', '--bin-size', '1'] as const
const statistics = ['activity-statistics', ...bins] as const

describe('ids beyond 2^53 keep every digit', () => {
  test('in .csv', async () => {
    const rows = csvRows(
      await exported(signed, 'csv', ...units),
      'unit_id',
      'channel_id',
      'cluster_id',
    )
    expect(rows).toEqual([
      ['9007199254740993', '1152921504606846977', '17592186044416'],
      ['9007199254740992', '1152921504606846977', '9007199254740993'],
      // Of a channel that the electrodes table does not have.
      ['-9007199254740993', '', '-4'],
    ])
    const rowsOfStatistics = csvRows(await exported(signed, 'csv', ...statistics), 'unit_id')
    expect(rowsOfStatistics.flat()).toEqual([...UNIT_IDS, ...UNIT_IDS].map(String))
    const counts = await exported(signed, 'csv', 'activity', ...bins)
    expect(counts.toString().split('\n')[0]).toMatch(
      /,9007199254740993,9007199254740992,-9007199254740993$/,
    )
  })

  test('in .npz: as int64, as uint64 where one needs it, as text where one is missing', async () => {
    const columns = npzColumns(await exported(signed, 'npz', ...units))
    expect(columns.unit_id).toEqual(BigInt64Array.from(UNIT_IDS))
    expect(columns.cluster_id).toEqual(BigInt64Array.of(17592186044416n, 9007199254740993n, -4n))
    expect(columns.channel_id).toEqual(['1152921504606846977', '1152921504606846977', ''])
    const unsignedIds = BigUint64Array.of(MOST, 3n)
    expect(npzColumns(await exported(unsigned, 'npz', ...units)).unit_id).toEqual(unsignedIds)
    expect(npzColumns(await exported(unsigned, 'npz', 'activity', ...bins)).unit_ids).toEqual(
      unsignedIds,
    )
    const dataset = npzColumns(
      await exported(signed, 'npz', 'dataset', '--all-units', '--areas', 'VISp', '--after', '1'),
    )
    expect(dataset.unit_ids__VISp).toEqual(BigInt64Array.from(UNIT_IDS.slice(0, 2)))
  })

  test('in .parquet', async () => {
    const rows = await parquetRows(await exported(signed, 'parquet', ...units))
    expect(
      rows.map(({ unit_id, channel_id, cluster_id }) => [unit_id, channel_id, cluster_id]),
    ).toEqual([
      [9007199254740993n, 1152921504606846977n, 17592186044416n],
      [9007199254740992n, 1152921504606846977n, 9007199254740993n],
      [-9007199254740993n, null, -4n],
    ])
    for (const [kind, ...options] of [units, statistics]) {
      const ids = await parquetRows(await exported(unsigned, 'parquet', kind, ...options))
      expect(ids.map(({ unit_id }) => unit_id)).toEqual([MOST, 3n])
    }
  })

  test('as stimulus parameters: a column of texts', async () => {
    const rows = csvRows(await exported(signed, 'csv', 'presentations'), 'seed')
    expect(rows).toEqual([['4611686018427387903'], ['5']])
  })
})
