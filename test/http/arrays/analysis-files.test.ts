import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { errorOf, startArrays } from './array-server.ts'

const presentations = [
  { stimulusName: 'flashes', startTime: 10, stopTime: 11, block: 0, parameters: { color: 1 } },
  { stimulusName: 'flashes', startTime: 11, stopTime: 12, block: 0, parameters: { color: 1 } },
  { stimulusName: 'flashes', startTime: 20, stopTime: 21, block: 0, parameters: { color: 1 } },
]
const start = () => startArrays({}, new MemoryReader({ ...smallSession, presentations }))
const root = '/arrays/v1/1/a1b2c3/'

describe('correlograms', () => {
  const requested = 'correlograms(units: { areas: ["V1"] }, pairs: AUTO, binSize: 0.5, lagCount: 2)'

  test('are the counts of the pairs', async () => {
    const { sendQuery, bytes } = await start()
    const { data } = await sendQuery(`${requested} { shape counts href csv: href(format: CSV) }`)
    const { shape, counts, href, csv } = data.session.correlograms
    expect(href).toBe(`${root}correlograms.npy?units.areas=VISp&pairs=auto&binSize=0.5&lagCount=2`)
    // Spikes at 10, 10.5, 11 and 25, and at 12, 20 and 21.
    expect(counts).toEqual([
      [1, 2, 0, 2, 1],
      [1, 0, 0, 0, 1],
    ])
    const array = decodeNpy(await bytes(href))
    expect(array.shape).toEqual(shape)
    expect(Array.from(array.data, Number)).toEqual(counts.flat())
    expect((await bytes(csv)).toString()).toBe(
      'reference_id,target_id,-1,-0.5,0,0.5,1\n11,11,1,2,0,2,1\n13,13,1,0,0,0,1\n',
    )
  })

  test('keep targets, intervals, epochs and the unit in their address', async () => {
    const { sendQuery, bytes } = await start()
    const { data } = await sendQuery(`
      a: correlograms(targets: { areas: ["LM"] }, within: [{ start: 9, stop: 12.5 }], lagCount: 1, binSize: 1) { values(unit: HZ) href(unit: HZ) }
      b: correlograms(epochs: { stimulusNames: ["gabors"] }, lagCount: 1, binSize: 1) { counts href }
      c: correlograms(epochs: {}, lagCount: 1, binSize: 1) { counts href }`)
    const { a, b, c } = data.session
    expect(a.href).toBe(
      `${root}correlograms.npy?targets=true&targets.areas=VISl&within=9..12.5&binSize=1&lagCount=1&unit=HZ`,
    )
    expect(b.href).toContain('?epochs.stimulusNames=gabors&')
    expect(c.href).toContain('?epochs=all&')
    const cellsOf = async (href: string) => Array.from(decodeNpy(await bytes(href)).data, Number)
    expect(await cellsOf(a.href)).toEqual(a.values.flat())
    expect(await cellsOf(b.href)).toEqual(b.counts.flat())
    expect(await cellsOf(c.href)).toEqual(c.counts.flat())
  })

  test('have spike time tiling coefficients, with the ids of the pairs', async () => {
    const { sendQuery, bytes } = await start()
    const { data } = await sendQuery(`
      correlograms(pairs: CROSS, targets: { areas: ["LM"] }, units: { areas: ["V1"] }, within: [{ start: 9, stop: 22 }], binSize: 1, lagCount: 3) {
        spikeTimeTiling(dt: 0.25) href: spikeTimeTilingHref(dt: 0.25) csv: spikeTimeTilingHref(dt: 0.25, format: CSV) again: spikeTimeTilingHref
      }`)
    const { spikeTimeTiling, href, csv, again } = data.session.correlograms
    const search = 'units.areas=VISp&targets=true&targets.areas=VISl&pairs=cross&within=9..22'
    expect(href).toBe(`${root}spike-time-tiling.npy?${search}&dt=0.25`)
    expect(again).toBe(`${root}spike-time-tiling.npy?${search}`)
    const { shape, data: cells } = decodeNpy(await bytes(href))
    expect(shape).toEqual([2])
    expect(Array.from(cells, Number)).toEqual(spikeTimeTiling)
    const [header, ...rows] = (await bytes(csv)).toString().trimEnd().split('\n')
    expect(header).toBe('reference_id,target_id,coefficient')
    expect(rows).toEqual([`11,12,${spikeTimeTiling[0]}`, `13,12,${spikeTimeTiling[1]}`])
  })

  test.each([
    ['within=1', 'within has "1"; an interval has two ends, such as 1.5..3.'],
    ['epochs=none', 'epochs is "none"; it can only be all.'],
    ['pairs=some', 'pairs is "some"; it must be one of all, auto, cross.'],
  ])('refuse an address that makes no sense: %s', async (search, message) => {
    const { get } = await start()
    const error = await errorOf(await get(`${root}correlograms.npy?${search}`))
    expect(error).toMatchObject({ status: 400, message })
  })
})

describe('correlations of units', () => {
  test('are those of responses, and of counts in bins', async () => {
    const { sendQuery, bytes } = await start()
    const { data } = await sendQuery(`
      alignedActivity(after: 1, binSize: 1, units: { areas: ["V1"] }) {
        correlations(kind: NOISE) { shape values href csv: href(format: CSV) }
      }
      binnedActivity(start: 10, stop: 22, binSize: 2, areas: ["V1"]) {
        correlations { values href }
      }`)
    const { alignedActivity, binnedActivity } = data.session
    const { shape, values, href, csv } = alignedActivity.correlations
    expect(href).toBe(`${root}response-correlations.npy?units.areas=VISp&after=1&binSize=1`)
    const cellsOf = async (address: string) => {
      const array = decodeNpy(await bytes(address))
      expect(array.shape).toEqual(shape)
      return Array.from(array.data, Number)
    }
    expect(await cellsOf(href)).toEqual(values.flat())
    expect((await bytes(csv)).toString().split('\n')[0]).toBe(
      'unit_id,other_unit_id,coefficient,sample_count',
    )
    const [matrix] = binnedActivity
    expect(matrix.correlations.href).toBe(
      `${root}bin-correlations.npy?area=VISp&start=10&stop=22&binSize=2`,
    )
    expect(await cellsOf(matrix.correlations.href)).toEqual(matrix.correlations.values.flat())
  })
})
