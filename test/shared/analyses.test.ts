import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OwnThread } from '../../src/readers/inline-reader.ts'
import { execute } from '../graphql/execute.ts'
import { memoryCatalog } from '../support/memory/memory-session.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { wholeGoldenFolder } from '../support/shared.ts'

interface References {
  readonly drifting_gratings: readonly Record<string, number | null>[]
  readonly flashes: readonly { readonly unit: number; readonly on_off: number | null }[]
  readonly receptive_fields: {
    readonly x: number[]
    readonly y: number[]
    readonly maps: Readonly<Record<string, number[][]>>
  }
}

/** Numbers in plain numpy about the sample session, for the units of V1. */
const references: References = JSON.parse(
  readFileSync(join(wholeGoldenFolder, 'analyses.json'), 'utf8'),
)['810000001']

async function sendQuery(body: string) {
  const reader = new OwnThread().reader(join(sampleSessionFolder, 'session_810000001.nwb'))
  const catalog = await memoryCatalog(reader)
  const { data, errors } = await execute(catalog, `{ session(id: "810000001") { ${body} } }`)
  expect(errors).toEqual([])
  return data.session
}

const v1 = 'units: { areas: ["V1"] }'

/** But for the order in which numbers are added. */
function expectSame(values: readonly (number | null)[], wanted: readonly (number | null)[]) {
  expect(values).toEqual(wanted.map((value) => (value === null ? null : expect.closeTo(value, 13))))
}

describe('reference numbers of the sample session', () => {
  test('drifting gratings', async () => {
    const columns = {
      pref_ori: 'prefOri',
      pref_tf: 'prefTf',
      g_osi: 'gOsi',
      g_dsi: 'gDsi',
      fano: 'fano',
      lifetime_sparseness: 'lifetimeSparseness',
      run_mod: 'runMod',
      firing_rate: 'firingRate',
    }
    const { responseMetrics } = await sendQuery(
      `responseMetrics(stimulus: DRIFTING_GRATINGS, ${v1}) { unitIds ${Object.values(columns).join(' ')} }`,
    )
    const rows = references.drifting_gratings
    expect(responseMetrics.unitIds).toEqual(rows.map(({ unit }) => String(unit)))
    for (const [name, column] of Object.entries(columns)) {
      expectSame(
        responseMetrics[column],
        rows.map((row) => row[name] ?? null),
      )
    }
  })

  test('flashes', async () => {
    const { responseMetrics } = await sendQuery(
      `responseMetrics(stimulus: FLASHES, ${v1}) { unitIds onOffRatio }`,
    )
    expect(responseMetrics.unitIds).toEqual(references.flashes.map(({ unit }) => String(unit)))
    expectSame(
      responseMetrics.onOffRatio,
      references.flashes.map(({ on_off }) => on_off),
    )
  })

  test('receptive fields, as grids and as maps', async () => {
    const { alignedActivity, receptiveFields } = await sendQuery(`
      alignedActivity(presentations: { stimulusNames: ["gabors"] }, ${v1}, after: 0.25, binSize: 0.25) {
        unitIds
        grid(parameters: ["yPosition", "xPosition"]) { axes { values } presentationCounts spikeCounts }
      }
      receptiveFields(${v1}, rule: CORRECTED) { unitIds xPositions yPositions counts }`)
    const { x, y, maps } = references.receptive_fields
    const { axes, spikeCounts, presentationCounts } = alignedActivity.grid
    expect(axes).toEqual([{ values: y }, { values: x }])
    expect(presentationCounts.flat().every((count: number) => count === 6)).toBe(true)
    expect(receptiveFields.xPositions).toEqual(x)
    expect(receptiveFields.yPositions).toEqual([...y].reverse())
    alignedActivity.unitIds.forEach((id: string, unit: number) => {
      const grid = spikeCounts.map((row: number[][][]) => row.map(([bin]) => bin?.[unit]))
      expect(grid).toEqual(maps[id])
      expect([...receptiveFields.counts[unit]].reverse()).toEqual(maps[id])
    })
  })
})
