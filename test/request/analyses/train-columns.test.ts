import { describe, expect, test } from 'vitest'
import { costOf } from '../../graphql/cost-of.ts'
import { execute, oneSession } from '../../graphql/execute.ts'

const session = {
  units: [
    { id: 11, area: 'VISp', spikes: [0, 1, 3] },
    { id: 12, area: 'VISp', spikes: [2] },
    { id: 13, area: 'VISp', spikes: [] },
  ],
}

const query = (fields: string, args = '') =>
  `{ session(id: "1") { spikeTrainStatistics${args} { ${fields} } } }`

test('the refractoriness of LvR is 5 ms where none is given', async () => {
  const { catalog } = await oneSession(session)
  const { data } = await execute(
    catalog,
    query('revisedLocalVariation data(statistics: [REVISED_LOCAL_VARIATION]) { bytes }'),
  )
  // Of 1 s and 2 s: 3 (1 - 4 * 1 * 2 / 3²) (1 + 4 * 0.005 / 3).
  const expected = (1 / 3) * (1 + 0.02 / 3)
  const { revisedLocalVariation, data: encoded } = data.session.spikeTrainStatistics
  expect(revisedLocalVariation).toEqual([expect.closeTo(expected, 12), null, null])
  const bytes = Uint8Array.from(Buffer.from(encoded.bytes, 'base64'))
  expect(new Float64Array(bytes.buffer)[0]).toBeCloseTo(expected, 12)
})

test('a rate of less than a second is per second', async () => {
  const { catalog } = await oneSession(session)
  const half = '(within: [{ start: 0, stop: 0.5 }])'
  const { data } = await execute(catalog, query('rates observedSeconds', half))
  expect(data.session.spikeTrainStatistics).toEqual({
    rates: [2, 0, 0],
    observedSeconds: [0.5, 0.5, 0.5],
  })
})

describe('a statistic of three units', () => {
  const rows = '(within: [{ start: 0, stop: 1 }, { start: 1, stop: 3 }], perInterval: true)'

  test.each([
    ['cv', 6],
    ['isiMedian', 1],
    ['revisedLocalVariation', 1],
    ['observedSeconds', 1],
    ['isiViolations { counts }', 2],
    ['presenceRatio', 1],
    ['fanoFactor(binSize: 1)', 1],
    ['isiHistogram(bins: { edges: [0, 1, 2, 3, 4] }) { counts }', 4],
  ])('has its own cells in each row: %s', async (field, each) => {
    expect((await costOf(session, query(field)))[0]).toBe(each * 3)
    expect((await costOf(session, query(field, rows)))[0]).toBe(each * 3 * 2)
  })
})
