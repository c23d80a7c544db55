import { dirname } from 'node:path'
import { describe, test } from 'vitest'
import { type GoldenTable, goldenResult } from '../../support/golden/golden-answers.ts'
import { goldenSessionFile, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { expectUnits, unitFields } from '../../support/golden/golden-units.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

describe.each(goldenSessionIds)('units of session %s without the project tables', (id) => {
  const served = new ServedFolder(() => [dirname(goldenSessionFile(id))])

  test('have every column of units_nwb_only.json, in its order', async () => {
    const { session } = await served.data<{ session: { units: { nodes: unknown[] } } }>(
      `query ($id: ID!) { session(id: $id) { units { nodes { ${unitFields} } } } }`,
      { id },
    )
    expectUnits(session.units.nodes, goldenResult<GoldenTable>(id, 'units_nwb_only'))
  })
})
