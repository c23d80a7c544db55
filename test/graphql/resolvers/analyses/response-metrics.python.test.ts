import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readNpz } from '../../../../bench/arrays/npz.ts'
import { OwnThread } from '../../../../src/readers/inline-reader.ts'
import { goldenSessionFile, goldenSessionIds } from '../../../support/golden/golden-folder.ts'
import { memoryCatalog } from '../../../support/memory/memory-session.ts'
import { runScript } from '../../../support/python/python.ts'
import { sampleFolder } from '../../../support/recordings/sample.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { execute } from '../../execute.ts'

/** Judges of bench/baseline/responses.py, by the stimulus that each is about. */
const judges = {
  dg: 'DRIFTING_GRATINGS',
  sg: 'STATIC_GRATINGS',
  ns: 'NATURAL_SCENES',
  fl: 'FLASHES',
  rf: 'RECEPTIVE_FIELD_MAPPING',
  dm: 'DOT_MOTION',
} as const

const files = new Map([
  ...['810000001', '830000001'].map(
    (id) => [id, join(sampleFolder, `session_${id}`, `session_${id}.nwb`)] as const,
  ),
  ...goldenSessionIds.map((id) => [id, goldenSessionFile(id)] as const),
])

/** Every unit, whether or not it passes the default filter. */
const everyUnit = `units: { amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null,
  requireMetrics: false, validOnly: false, inBrainOnly: false }`

async function sendQuery(path: string, body: string) {
  const reader = new OwnThread().reader(path)
  const catalog = await memoryCatalog(reader)
  const { metadata } = await reader.tables()
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "${metadata.identifier}") { ${body} } }`,
  )
  return { session: data?.session, errors }
}

function judge(path: string, kind: string, unitIds: readonly string[]) {
  using folder = temporaryFolder()
  const out = join(folder.path, `${kind}.npz`)
  runScript('bench/baseline/responses.py', path, out, kind, ...unitIds)
  return readNpz(readFileSync(out))
}

/** Where sums are added in another order than numpy's; p-values are integrals there. */
const roundingOf = (name: string) => (name.startsWith('run_pval') ? 1e-11 : 1e-12)

/** Absent: null here, NaN there. */
function isSame(value: number | null, wanted: number, rounding: number): boolean {
  if (value === null) return Number.isNaN(wanted)
  return Math.abs(value - wanted) <= rounding * Math.abs(wanted) + 1e-14
}

describe.each([...files])('responses in session %s', (_, path) => {
  test.each(Object.entries(judges))('%s are numpy’s', async (kind, stimulus) => {
    const { session, errors } = await sendQuery(
      path,
      `responseMetrics(stimulus: ${stimulus}, ${everyUnit}) { unitIds names values }`,
    )
    if (errors.length > 0) {
      // Sessions of either type show some of the stimuli.
      expect(errors).toMatchObject([{ extensions: { code: 'EPOCH_NOT_FOUND' } }])
      return
    }
    const { unitIds, names, values } = session.responseMetrics
    const expected = judge(path, kind, unitIds)
    const judged = names.filter((name: string) => expected.has(name))
    expect(judged.length).toBeGreaterThanOrEqual(names.length - 2)
    for (const name of judged) {
      const wanted = expected.get(name)?.data ?? []
      const row: (number | null)[] = values[names.indexOf(name)]
      const differs = row.findIndex((value, i) => !isSame(value, wanted[i], roundingOf(name)))
      expect([name, unitIds[differs], row[differs]]).toEqual([name, undefined, undefined])
    }
  })

  test('maps of receptive fields are numpy’s, to the last spike', async () => {
    const { session } = await sendQuery(
      path,
      `receptiveFields(${everyUnit}) { unitIds counts areas }`,
    )
    const { unitIds, counts, areas } = session.receptiveFields
    const expected = judge(path, 'fields', unitIds)
    expect(counts.flat(2)).toEqual([...(expected.get('map')?.data ?? [])])
    expect(areas.map((area: number | null) => area ?? Number.NaN)).toEqual([
      ...(expected.get('area')?.data ?? []),
    ])
  })
})
