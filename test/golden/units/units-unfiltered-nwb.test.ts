import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { expectUnits, unitFields } from '../../support/golden/golden-units.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

const everyUnit = `{ amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null,
  requireMetrics: false, validOnly: false, inBrainOnly: false }`

async function units(id: string, rest: string, fields: string) {
  const { session } = await served.data<{
    session: { units: { nodes: Record<string, never>[] } }
  }>(
    `query ($id: ID!) { session(id: $id) { units(where: ${everyUnit}${rest}) { nodes { ${fields} } } } }`,
    { id },
  )
  return session.units.nodes
}

describe.each(goldenSessionIds)('all units that the file of session %s stores', (id) => {
  const golden = goldenResult<GoldenTable>(id, 'units_unfiltered_nwb')
  const ids = goldenColumn(golden, 'id')

  test('have every column of units_unfiltered_nwb.json', async () => {
    const byId = new Map(
      (await units(id, '', unitFields)).map((unit) => [Number(unit.unitId), unit]),
    )
    expect(byId.size).toBe(ids.length)
    expectUnits(
      ids.map((unit) => byId.get(unit as number)),
      golden,
    )
  })

  test('are sorted by a metric with missing values last', async () => {
    const nodes = await units(
      id,
      ', orderBy: { by: ISOLATION_DISTANCE, direction: DESC }',
      'unitId isolationDistance',
    )
    const distances = nodes.map((unit) => unit.isolationDistance as number | null)
    const present = distances.filter((distance) => distance !== null)
    expect(distances.slice(0, present.length)).toEqual([...present].sort((a, b) => b - a))
    expect([...present].sort()).toEqual(
      goldenColumn(golden, 'isolation_distance')
        .filter((distance) => distance !== null)
        .sort(),
    )
  })
})
