import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../../src/domain/time/observation.ts'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { endsOf, temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
let written = 0

type Interval = readonly [number, number]

/**
 * The observation, stretch by stretch of each unit, and the warnings of a file with three units.
 */
async function read(edit: (units: Group) => void) {
  const units = [1, 2, 3].map((id) => ({ id, spikes: [id] }))
  const path = join(folder, `${written++}.nwb`)
  const file = await SessionFile.open(
    await writeNwb(path, { units, edit: (_, table) => edit(table) }),
  )
  const { observation } = file.tables().units
  const warnings = file.load('warnings')
  file.close()
  return { observed: observation && byUnit(observation), warnings, observation }
}

const byUnit = ({ stretches, ofUnits }: Observation) =>
  Array.from(ofUnits, (list) =>
    stretches[list]?.map(({ startTime, stopTime }) => [startTime, stopTime]),
  )

function intervals(...ofUnits: Interval[][]) {
  return (units: Group) => {
    const times = Float64Array.from(ofUnits.flat(2))
    units.create_dataset({ name: 'obs_intervals', data: times, shape: [times.length / 2, 2] })
    units.create_dataset({ name: 'obs_intervals_index', data: endsOf(ofUnits), dtype: '<q' })
  }
}

const nan = Number.NaN
const infinity = Number.POSITIVE_INFINITY

describe('obs_intervals', () => {
  test('are each unit’s stretches, shared by units that have the same', async () => {
    const { observed, observation, warnings } = await read(
      intervals(
        [
          [0, 10],
          [20, 30],
        ],
        [[5, 6]],
        [
          [0, 10],
          [20, 30],
        ],
      ),
    )
    expect(observed).toEqual([
      [
        [0, 10],
        [20, 30],
      ],
      [[5, 6]],
      [
        [0, 10],
        [20, 30],
      ],
    ])
    expect(observation?.ofUnits).toEqual(Int32Array.of(0, 1, 0))
    expect(warnings).toEqual([])
  })

  test('may be out of order, overlap and touch', async () => {
    const { observed, warnings } = await read(
      intervals(
        [
          [20, 30],
          [0, 10],
          [25, 27],
        ],
        [
          [0, 10],
          [10, 20],
        ],
        [
          [3, 9],
          [1, 4],
          [8, 12],
        ],
      ),
    )
    expect(observed).toEqual([
      [
        [0, 10],
        [20, 30],
      ],
      [[0, 20]],
      [[1, 12]],
    ])
    expect(warnings).toEqual([])
  })

  test('of a unit may be none, which was never observed', async () => {
    const { observed, warnings } = await read(intervals([[0, 10]], [], [[2, 3]]))
    expect(observed).toEqual([[[0, 10]], [], [[2, 3]]])
    expect(warnings).toEqual([])
  })

  test('may be open', async () => {
    const { observed, warnings } = await read(
      intervals(
        [
          [-infinity, 10],
          [20, infinity],
        ],
        [
          [5, infinity],
          [7, infinity],
        ],
        [[-infinity, infinity]],
      ),
    )
    expect(observed).toEqual([
      [
        [-infinity, 10],
        [20, infinity],
      ],
      [[5, infinity]],
      [[-infinity, infinity]],
    ])
    expect(warnings).toEqual([])
  })

  test('without a start or a stop, or backwards, are left out with a warning', async () => {
    const { observed, warnings } = await read(
      intervals(
        [
          [0, 10],
          [nan, 30],
        ],
        [[5, nan]],
        [
          [9, 3],
          [infinity, infinity],
          [4, 6],
        ],
      ),
    )
    expect(observed).toEqual([[[0, 10]], [], [[4, 6]]])
    expect(warnings).toMatchObject([{ code: 'VALUES_LEFT_OUT', path: '/units/obs_intervals' }])
    expect(warnings[0]?.message).toContain('has 4 intervals without a start or stop')
  })

  test('may be one per unit, without an index', async () => {
    const { observed } = await read((units) =>
      units.create_dataset({
        name: 'obs_intervals',
        data: Int32Array.of(0, 1, 2, 3, 4, 5),
        shape: [3, 2],
      }),
    )
    expect(observed).toEqual([[[0, 1]], [[2, 3]], [[4, 5]]])
  })

  test('say nothing when no unit has one', async () => {
    expect(await read(() => undefined)).toMatchObject({ observed: null, warnings: [] })
    expect(await read(intervals([], [], []))).toMatchObject({ observed: null, warnings: [] })
    const { observed, warnings } = await read(intervals([[nan, nan]], [], []))
    expect(observed).toBeNull()
    expect(warnings).toHaveLength(1)
    expect(warnings[0]?.message).toContain('has 1 interval without a start or stop')
  })

  test.each<[string, (units: Group) => void, string]>([
    [
      'of another shape',
      (units) =>
        units.create_dataset({ name: 'obs_intervals', data: new Float64Array(9), shape: [3, 3] }),
      'should hold numbers of shape [n, 2], and holds shape [3, 3]',
    ],
    [
      'in one dimension',
      (units) => units.create_dataset({ name: 'obs_intervals', data: new Float64Array(6) }),
      'holds shape [6]',
    ],
    [
      'of text',
      (units) => units.create_dataset({ name: 'obs_intervals', data: ['0', '1'], shape: [1, 2] }),
      'holds something else',
    ],
    [
      'of more rows than units, without an index',
      (units) =>
        units.create_dataset({ name: 'obs_intervals', data: new Float64Array(8), shape: [4, 2] }),
      'has 4 intervals for 3 units, and no obs_intervals_index',
    ],
    [
      'whose index runs past them',
      (units) => {
        intervals([[0, 1]], [[2, 3]])(units)
      },
      'obs_intervals_index has 2 entries, but the table has 3 rows',
    ],
  ])('%s cost the column, with a warning', async (_, edit, found) => {
    const { observed, warnings } = await read(edit)
    expect(observed).toBeNull()
    expect(warnings).toMatchObject([{ code: 'COLUMN_LEFT_OUT', path: '/units/obs_intervals' }])
    expect(warnings[0]?.message).toContain(found)
    expect(warnings[0]?.message).toContain('Rates are over the whole recording instead.')
  })
})
