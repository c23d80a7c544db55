import { type GraphQLInputObjectType, isInputObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sdkUnitFilter } from '../../../../src/domain/defaults.ts'
import { createSchema } from '../../../../src/graphql/schema.ts'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

const graded: MemorySessionOptions = {
  units: [
    { id: 1, area: 'VISp', spikes: [] },
    { id: 2, area: 'VISp', spikes: [], metrics: { amplitudeCutoff: 0.11 } },
    { id: 3, area: 'VISp', spikes: [], metrics: { amplitudeCutoff: 0.1, presenceRatio: 0.95 } },
    { id: 4, area: 'VISp', spikes: [], metrics: { amplitudeCutoff: Number.NaN } },
    { id: 5, area: 'VISp', spikes: [], quality: 'noise' },
    { id: 6, area: null, spikes: [] },
    { id: 7, area: 'VISl', spikes: [], metrics: { isiViolations: 0.6, snr: 1 } },
  ],
}

async function unitIds(where: string): Promise<string[]> {
  const { catalog } = await oneSession(graded)
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "1") { units${where && `(where: ${where})`} { nodes { unitId } } } }`,
  )
  expect(errors).toEqual([])
  return data.session.units.nodes.map((unit: { unitId: string }) => unit.unitId)
}

describe('UnitFilter', () => {
  test("has the AllenSDK's filter as its defaults", () => {
    const type = createSchema().getType('UnitFilter')
    expect(isInputObjectType(type)).toBe(true)
    const defaults = Object.values((type as GraphQLInputObjectType).getFields())
      .filter((field) => field.defaultValue !== undefined)
      .map((field) => [field.name, field.defaultValue])
    expect(Object.fromEntries(defaults)).toEqual(sdkUnitFilter)
  })

  test.each([
    ['left out', '', ['1', '3']],
    ['empty', '{}', ['1', '3']],
    ['null for a limit switches it off', '{ amplitudeCutoffMax: null }', ['1', '2', '3']],
    [
      'a missing metric passes where it is allowed',
      '{ amplitudeCutoffMax: null, requireMetrics: false }',
      ['1', '2', '3', '4'],
    ],
    ['a missing metric fails its limit', '{ requireMetrics: false }', ['1', '3']],
    ['noise', '{ validOnly: false }', ['1', '3', '5']],
    ['outside the brain', '{ inBrainOnly: false }', ['1', '3', '6']],
    ['another limit', '{ isiViolationsMax: 0.6 }', ['1', '3', '7']],
    ['one more condition', '{ isiViolationsMax: null, snrMin: 2 }', ['1', '3']],
    ['by id, and the rest holds', '{ ids: ["3", "2"] }', ['3']],
    ['by area', '{ areas: ["LM"], isiViolationsMax: null }', ['7']],
    ['by probe', '{ probes: ["probeA"] }', ['1', '3']],
  ])('%s', async (_name, where, expected) => {
    expect(await unitIds(where)).toEqual(expected)
  })

  test('a limit comes as a variable too', async () => {
    const { catalog } = await oneSession(graded)
    const { data } = await execute(
      catalog,
      'query ($where: UnitFilter!) { session(id: "1") { units(where: $where) { totalCount } } }',
      { variables: { where: { amplitudeCutoffMax: null } } },
    )
    expect(data.session.units.totalCount).toBe(3)
  })

  test.each([
    ['{ areas: ["XYZ"] }', 'AREA_NOT_FOUND'],
    ['{ ids: ["99"] }', 'UNIT_NOT_FOUND'],
    ['{ probes: ["probeZ"] }', 'PROBE_NOT_FOUND'],
  ])('%s is %s', async (where, code) => {
    const { catalog } = await oneSession(graded)
    const { errors } = await execute(
      catalog,
      `{ session(id: "1") { units(where: ${where}) { totalCount } } }`,
    )
    expect(errors).toMatchObject([{ extensions: { code } }])
  })
})

test('probes and channels count the units that pass', async () => {
  const { catalog } = await oneSession(graded)
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "1") {
      probes { unitCount all: unitCount(where: { requireMetrics: false, amplitudeCutoffMax: null, isiViolationsMax: null, validOnly: false, inBrainOnly: false }) }
      channels { nodes { unitCount } }
    } }`,
  )
  expect(errors).toEqual([])
  // Of units 1 to 7 the first and the third pass; each has a channel of its own.
  expect(data.session).toEqual({
    probes: [{ unitCount: 2, all: 7 }],
    channels: { nodes: [1, 0, 1, 0, 0, 0, 0].map((unitCount) => ({ unitCount })) },
  })
})
