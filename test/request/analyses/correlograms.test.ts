import { describe, expect, test } from 'vitest'
import { type PairedTrains, tilingOf } from '../../../src/request/analyses/correlograms.ts'
import type { RequestContext } from '../../../src/request/request-context.ts'
import { costOf } from '../../graphql/cost-of.ts'
import { execute, oneSession } from '../../graphql/execute.ts'

/** Four and two spikes, recorded from 4 to 14 s. */
const session = {
  units: [
    { id: 11, area: 'VISp', spikes: [4, 6, 8, 10] },
    { id: 12, area: 'VISp', spikes: [5, 14] },
  ],
  epochs: [],
}

const query = (args: string, fields: string) =>
  `{ session(id: "1") { correlograms(binSize: 1, lagCount: 3, ${args}) { ${fields} } } }`

describe('correlograms of half of a recording', () => {
  // Two spikes and one in 5 s, in lags of 7 s.
  const within = 'within: [{ start: 4, stop: 9 }]'
  const self = (2 * 2 * 7) / 5
  const cross = (2 * 1 * 7) / 5
  const other = (1 * 1 * 7) / 5

  test.each([
    // The pairs; the square of units in four lags, and all spikes; the counts.
    ['pairs: ALL', 3 + (4 * 4 + 6) + 3 * 7, self + cross + other],
    ['pairs: CROSS', 1 + (4 * 4 + 6) + 7, cross],
    ['pairs: AUTO', 2 + 2 * 7, self + other],
    ['units: { ids: ["11"] }, targets: { ids: ["12"] }', 1 + 6 + 7, cross],
  ])('cost half of its spikes: %s', async (pairs, cells, operations) => {
    const [costs, steps] = await costOf(session, query(`${within}, ${pairs}`, 'counts'))
    expect(costs).toBe(cells)
    expect(steps).toBeCloseTo(operations, 12)
  })
})

test('correlograms of half a second cost a twentieth of the spikes', async () => {
  const within = 'within: [{ start: 5.5, stop: 6 }], pairs: CROSS'
  const [, operations] = await costOf(session, query(within, 'counts'))
  expect(operations).toBeCloseTo((0.2 * 0.1 * 7) / 0.5, 12)
})

test('correlograms outside of the recording cost no operations', async () => {
  const [, operations] = await costOf(session, query('within: [{ start: 20, stop: 30 }]', 'counts'))
  expect(operations).toBe(0)
})

test('correlograms of a session that recorded nothing have counts of 0', async () => {
  const nothing = { units: [{ id: 11, area: 'VISp', spikes: [] }], epochs: [] }
  const { catalog } = await oneSession(nothing)
  const { data, errors } = await execute(
    catalog,
    query('pairs: AUTO', 'counts values(unit: NORMALIZED)'),
  )
  expect(errors).toEqual([])
  expect(data.session.correlograms).toEqual({
    counts: [[0, 0, 0, 0, 0, 0, 0]],
    values: [[null, null, null, null, null, null, null]],
  })
})

test.each([0, -1, Infinity, Number.NaN])('spike times are not tiled by %d s', async (dt) => {
  await expect(tilingOf({} as PairedTrains, dt, {} as RequestContext)).rejects.toThrow(
    `dt is ${dt}; it must be greater than 0, in seconds.`,
  )
})
