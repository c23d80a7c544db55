import { describe, expect, test } from 'vitest'
import { createClient, UnexpectedResponseError } from '../../src/client/index.ts'
import { decodeLabelledArrays } from '../../src/client/labelled-arrays.ts'
import { npzParts } from '../../src/formats/matrices/matrix-file.ts'
import { scalar } from '../../src/formats/numpy/npy.ts'
import { smallSession } from '../graphql/execute.ts'
import { startArrays } from '../http/arrays/array-server.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'

const presentations = [
  { stimulusName: 'flashes', startTime: 10, stopTime: 11, block: 0, parameters: {} },
  { stimulusName: 'flashes', startTime: 20, stopTime: 21, block: 0, parameters: {} },
]
const start = async () => {
  const { server } = await startArrays({}, new MemoryReader({ ...smallSession, presentations }))
  return createClient(server.url)
}

const query = `{ session(id: "1") {
  alignedActivity(after: 1, binSize: 0.5, units: { areas: ["V1"] }) { npy: href npz: href(format: NPZ) csv: href(format: CSV) }
} }`

interface ResponseData {
  readonly session: { readonly alignedActivity: Record<'npy' | 'npz' | 'csv', string> }
}

describe('a client', () => {
  test('reads the array that an href names', async () => {
    const client = await start()
    const { session } = await client.query<ResponseData>(query)
    expect(await client.array(session.alignedActivity.npy)).toEqual({
      shape: [2, 2, 2],
      data: Uint8Array.of(1, 0, 2, 0, 0, 1, 0, 1),
    })
  })

  test('reads arrays with what lies along their dimensions', async () => {
    const client = await start()
    const { session } = await client.query<ResponseData>(query)
    const { arrays, coordinates, attributes } = await client.arrays(session.alignedActivity.npz)
    expect([...arrays.keys()]).toEqual(['counts'])
    expect(arrays.get('counts')).toMatchObject({
      dims: ['presentation', 'bin', 'unit'],
      shape: [2, 2, 2],
    })
    expect(coordinates.get('unit_ids')).toEqual({
      dims: ['unit'],
      shape: [2],
      data: BigInt64Array.of(11n, 13n),
    })
    expect(coordinates.get('stimulus_names')?.data).toEqual(['flashes', 'flashes'])
    expect(attributes).toMatchObject({ session_id: '1', file_version: 'a1b2c3' })
  })

  test('reads the columns of a table', async () => {
    const client = await start()
    const { session } = await client.query<{ session: { table: string; npz: string } }>(`{
      session(id: "1") {
        table: unitsHref(where: { areas: ["V1"] }, format: NPZ)
        npz: spikeTimesHref(format: NPZ)
      }
    }`)
    const { rowCount, columns } = await client.table(session.table)
    expect(rowCount).toBe(2)
    expect(columns.get('unit_id')).toEqual(BigInt64Array.of(11n, 13n))
    expect(columns.get('area')).toEqual(['VISp', 'VISp'])
    await expect(client.table(session.npz)).rejects.toThrow('The .npz file is not a table')
  })

  test('says so where an href names something else', async () => {
    const client = await start()
    const { session } = await client.query<ResponseData>(query)
    const { csv, npy } = session.alignedActivity
    await expect(client.array(csv)).rejects.toBeInstanceOf(UnexpectedResponseError)
    await expect(client.arrays(npy)).rejects.toThrow('The response is not an .npz file of arrays.')
  })
})

test.each([
  ['other', '{}', 'The .npz file does not say what its dimensions are.'],
  [
    'xarray',
    '{ "data_vars": { "counts": { "dims": ["unit"] } }, "coords": {}, "attrs": {} }',
    'The .npz file describes counts, but does not have it.',
  ],
])('an .npz file of nothing but %s is not an answer', (name, text, message) => {
  const bytes = Buffer.concat(npzParts([[name, scalar(text)]]))
  expect(() => decodeLabelledArrays(bytes)).toThrow(new UnexpectedResponseError(message))
})
