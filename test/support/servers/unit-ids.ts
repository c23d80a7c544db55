import { expect } from 'vitest'
import type { ServedFolder } from './served-folder.ts'

/** Ids of the units that pass a filter, in order; all on one page. */
export async function unitIds(served: ServedFolder, id: string, where: string): Promise<number[]> {
  const { session } = await served.data<{
    session: { units: { nodes: { unitId: string }[]; totalCount: number } }
  }>(
    `query ($id: ID!) { session(id: $id) { units(where: ${where}) { nodes { unitId } totalCount } } }`,
    { id },
  )
  expect(session.units.totalCount).toBe(session.units.nodes.length)
  return session.units.nodes.map((unit) => Number(unit.unitId))
}
