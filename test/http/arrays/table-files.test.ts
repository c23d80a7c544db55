import { describe, expect, test } from 'vitest'
import { decodeNpy, vector } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { errorOf, startArrays } from './array-server.ts'

/** The only field's address below the session, and its bytes. */
async function download(field: string) {
  const { sendQuery, bytes } = await startArrays()
  const { data, errors } = await sendQuery(field)
  expect(errors).toBeUndefined()
  const [href] = Object.values<string>(data.session)
  return { href: href.replace('/arrays/v1/1/a1b2c3/', ''), file: await bytes(href) }
}

const linesOf = (csv: Buffer) => csv.toString().trimEnd().split('\n')

describe('tables of a session as files', () => {
  test('have the units that pass, one a row', async () => {
    const { href, file } = await download('unitsHref(where: { areas: ["V1"] })')
    expect(href).toBe('units.csv?units.areas=VISp')
    const [header, ...rows] = linesOf(file)
    expect(header).toMatch(/^unit_id,area,probe_id,probe_name,channel_id,/)
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
      ['11', 'VISp'],
      ['13', 'VISp'],
    ])
  })

  test('have the presentations that pass, with their parameters', async () => {
    const reader = new MemoryReader({
      ...smallSession,
      presentations: [
        { stimulusName: 'flashes', startTime: 1, stopTime: 2, block: 0, parameters: { color: -1 } },
        { stimulusName: 'gabors', startTime: 3, stopTime: 4, block: 1, parameters: {} },
      ],
    })
    const { sendQuery, bytes } = await startArrays({}, reader)
    const { data } = await sendQuery(
      'stimulusPresentationsHref(where: { stimulusNames: ["flashes"] })',
    )
    const file = await bytes(data.session.stimulusPresentationsHref)
    expect(linesOf(file)).toEqual([
      'presentation_id,stimulus_name,start_time,stop_time,duration,stimulus_block,epoch_index,condition_id,color',
      '0,flashes,1,2,1,0,0,0,-1',
    ])
  })

  test('have the spikes of units, in a window', async () => {
    const { href, file } = await download('spikeTimesHref(start: 10.5, stop: 20, format: CSV)')
    expect(href).toBe('spike-times.csv?start=10.5&stop=20')
    expect(linesOf(file)).toEqual([
      'unit_id,spike_time',
      '11,10.5',
      '11,11',
      '12,11.5',
      '12,11.5',
      '13,12',
      '13,20',
    ])
  })

  test('have spikes as pynapple keeps a TsGroup', async () => {
    const { href, file } = await download(
      'spikeTimesHref(units: { areas: ["V1", "LM"] }, stop: 12)',
    )
    expect(href).toBe('spike-times.npz?units.areas=VISl,VISp&stop=12')
    const arrays = unzip(file).map(({ name, content }) => [name, decodeNpy(content)])
    expect(arrays).toEqual([
      ['t.npy', vector(Float64Array.of(9.5, 10, 10.5, 11, 11.5, 11.5, 12))],
      ['index.npy', vector(BigInt64Array.of(12n, 11n, 11n, 11n, 12n, 12n, 13n))],
      ['keys.npy', vector(BigInt64Array.of(11n, 12n, 13n))],
      ['start.npy', vector(Float64Array.of(9.5))],
      ['end.npy', vector(Float64Array.of(25))],
      ['area.npy', vector(['VISp', 'VISl', 'VISp'])],
      ['probe.npy', vector(['probeA', 'probeA', 'probeA'])],
      ['type.npy', vector(['TsGroup'])],
    ])
  })

  test('are refused where they are too large', async () => {
    const { get } = await startArrays({ maxCells: 19 })
    const error = await errorOf(await get('/arrays/v1/1/a1b2c3/spike-times.csv'))
    expect(error).toMatchObject({ status: 413, code: 'TOO_MANY_CELLS' })
    expect((await get('/arrays/v1/1/a1b2c3/optogenetics.csv')).status).toBe(404)
  })
})
