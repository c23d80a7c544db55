import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { ServedFolder, SharedFolder } from '../../support/servers/served-folder.ts'

const cache = `${goldenFolder}/cache`
const served = new SharedFolder(cache)
const filesOnly = new ServedFolder(() => goldenSessionIds.map((id) => `${cache}/session_${id}`))

/** A table of the cache as text, by its first column; no entry of these holds a comma. */
function csv(name: string): Map<string, Record<string, string>> {
  const [header = '', ...lines] = readFileSync(`${cache}/${name}`, 'utf8').trim().split('\n')
  const columns = header.split(',')
  return new Map(
    lines.map((line) => {
      const entries = line.split(',')
      const row = Object.fromEntries(columns.map((column, i) => [column, entries[i] ?? '']))
      return [entries[0] ?? '', row]
    }),
  )
}

const absent = ['737581020', '756029989']

interface SessionRow {
  readonly id: string
  readonly passingUnitCount: number
  readonly channelCount: number
  readonly probeCount: number
}

describe('the sessions of a cache', () => {
  test('are those of sessions.csv, with the counts of get_session_table()', async () => {
    const { sessions } = await served.data<{
      sessions: { totalCount: number; nodes: SessionRow[] }
    }>(
      '{ sessions { totalCount nodes { id available passingUnitCount channelCount probeCount } } }',
    )
    expect(sessions.totalCount).toBe(4)
    // unit_count of 715093703 and 766640955 as the AllenSDK gives them for the files: it counts one
    // more in each table (see docs/differences.md).
    expect(sessions.nodes).toEqual([
      { id: '715093703', available: true, passingUnitCount: 56, channelCount: 129, probeCount: 6 },
      { id: '737581020', available: false, passingUnitCount: 56, channelCount: 141, probeCount: 6 },
      {
        id: '756029989',
        available: false,
        passingUnitCount: 684,
        channelCount: 2274,
        probeCount: 6,
      },
      { id: '766640955', available: true, passingUnitCount: 46, channelCount: 97, probeCount: 5 },
    ])
  })

  test('have the published facts of sessions.csv, and the subject of an absent file', async () => {
    const { session } = await served.data<{ session: Record<string, unknown> }>(
      `{ session(id: "737581020") {
           sessionType nwbVersion fileName fileSize validChannelCount
           published { publishedAt dateOfAcquisition specimenId } subject { sex genotype ageInDays }
         } }`,
    )
    expect(session).toEqual({
      sessionType: 'brain_observatory_1.1',
      nwbVersion: null,
      fileName: 'session_737581020.nwb',
      fileSize: null,
      validChannelCount: null,
      published: {
        publishedAt: '2019-10-03T00:00:00Z',
        dateOfAcquisition: '2019-01-02T00:00:00Z',
        specimenId: '737581003',
      },
      subject: { sex: 'F', genotype: 'wt/wt', ageInDays: 108 },
    })
  })

  test.each([
    ['available: false', absent],
    ['available: true', [...goldenSessionIds]],
    ['sexes: ["F"]', ['737581020']],
    ['genotypes: ["wt/wt"]', ['737581020']],
    ['ageInDaysMin: 108, ageInDaysMax: 118', ['715093703', '737581020']],
    ['ageInDaysMax: 96', ['756029989']],
    ['areas: ["RL"], available: true', ['715093703']],
    ['sessionTypes: ["functional_connectivity"], sexes: ["F"]', []],
  ])('are found by { %s }', async (where, ids) => {
    const { sessions } = await served.data<{ sessions: { nodes: { id: string }[] } }>(
      `{ sessions(where: { ${where} }) { nodes { id } } }`,
    )
    expect(sessions.nodes.map(({ id }) => id)).toEqual(ids)
  })

  test('have these types, genotypes, sexes and ages', async () => {
    expect(await served.data('{ sessionTypes genotypes sexes ages }')).toEqual({
      sessionTypes: ['brain_observatory_1.1', 'functional_connectivity'],
      genotypes: [
        'Pvalb-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt',
        'Sst-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt',
        'wt/wt',
      ],
      sexes: ['F', 'M'],
      ages: [96, 108, 118, 133],
    })
  })

  test('share areas, with counts of sessions and units', async () => {
    const { areas } = await served.data<{ areas: { acronym: string; unitCount: number }[] }>(
      '{ areas { acronym unitCount passingUnitCount channelCount sessionCount } }',
    )
    expect(areas.find(({ acronym }) => acronym === 'VISrl')).toMatchObject({ sessionCount: 3 })
    expect(areas.find(({ acronym }) => acronym === 'LGd-sh')).toMatchObject({ sessionCount: 1 })
    const passing = areas.map((area) => (area as unknown as SessionRow).passingUnitCount)
    expect(passing.reduce((sum, count) => sum + count, 0)).toBe(56 + 56 + 684 + 46)
  })
})

describe('a session whose file is absent', () => {
  test.each([
    'stimulusEpochs { index }',
    'stimulusNames',
    'invalidTimes { startTime }',
    'recordedSpan { startTime }',
    'binnedActivity(start: 0, stop: 1) { counts }',
    'units { nodes { spikeTimes } }',
  ])('answers { %s } with an error that tells the cure', async (field) => {
    const { errors } = await served.sendQuery(`{ session(id: "737581020") { ${field} } }`)
    expect(errors?.[0]?.extensions.code).toBe('SESSION_NOT_AVAILABLE')
    expect(errors?.[0]?.message).toContain(
      'Put session_737581020.nwb into the folder session_737581020',
    )
  })

  test('tells its probes, channels, areas and units all the same', async () => {
    const { session } = await served.data<{
      session: Record<string, { totalCount?: number; length?: number }>
    }>(
      `{ session(id: "756029989") {
           probes { name channelCount lfpSamplingRate } channels { totalCount } units { totalCount }
           areas(acronyms: ["V1"]) { channelCount unitCount }
         } }`,
    )
    expect(session.probes).toHaveLength(6)
    // 2499.99 Hz in probes.csv, of which every second sample is kept.
    expect(session.probes).toContainEqual(
      expect.objectContaining({ name: 'probeA', lfpSamplingRate: 1249.995 }),
    )
    expect(session.channels?.totalCount).toBe(2274)
    expect(session.units?.totalCount).toBe(684)
  })
})

interface UnitNode {
  readonly unitId: string
  readonly session: { readonly id: string }
  readonly amplitudeCutoff: number | null
  readonly firingRate: number | null
  readonly spikeCount: number | null
  readonly waveform: { readonly halfwidth: number | null }
  readonly channel: { readonly channelId: string }
}

describe('units, channels and probes across the project', () => {
  test('come from the file where it is there, else from the tables, floats to the last bit', async () => {
    const every =
      '{ amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false }'
    const { units } = await served.data<{ units: { totalCount: number; nodes: UnitNode[] } }>(
      `{ units(where: ${every}, first: 10000) { totalCount nodes {
           unitId session { id } amplitudeCutoff firingRate spikeCount waveform { halfwidth } channel { channelId }
         } } }`,
    )
    // 68 and 1497 of units.csv; 74 and 62 of the files, which store noise as well.
    expect(units.totalCount).toBe(68 + 1497 + 74 + 62)
    const rows = csv('units.csv')
    const number = (text: string | undefined) => (text ? Number(text) : null)
    let compared = 0
    for (const unit of units.nodes) {
      const row = rows.get(unit.unitId)
      if (!row) continue
      compared++
      expect(unit.amplitudeCutoff).toBe(number(row.amplitude_cutoff))
      expect(unit.firingRate).toBe(number(row.firing_rate))
      expect(unit.waveform.halfwidth).toBe(number(row.halfwidth))
      expect(unit.channel.channelId).toBe(row.ecephys_channel_id)
      expect(unit.spikeCount === null).toBe(absent.includes(unit.session.id))
    }
    expect(compared).toBe(rows.size)
  })

  test('do not let 0.10000000000000002 pass a limit of 0.1, where the AllenSDK reads 0.1', async () => {
    const { all, passing } = await served.data<Record<'all' | 'passing', { nodes: UnitNode[] }>>(
      `{ all: units(sessions: { ids: ["737581020"] }, where: { amplitudeCutoffMax: null }) { nodes { unitId amplitudeCutoff } }
         passing: units(sessions: { ids: ["737581020"] }) { nodes { unitId } } }`,
    )
    const edge = all.nodes.find(({ unitId }) => unitId === '950200060')
    expect(edge?.amplitudeCutoff).toBe(0.10000000000000002)
    expect(passing.nodes.some(({ unitId }) => unitId === '950200060')).toBe(false)
    expect(passing.nodes).toHaveLength(56)
  })

  test('are paged without gaps, across sessions', async () => {
    const ids: string[] = []
    let after: string | null = null
    for (;;) {
      const { units }: { units: { nodes: UnitNode[]; pageInfo: { endCursor: string | null } } } =
        await served.data(
          'query ($after: String) { units(first: 300, after: $after) { nodes { unitId } pageInfo { endCursor } } }',
          { after },
        )
      if (units.nodes.length === 0) break
      ids.push(...units.nodes.map(({ unitId }) => unitId))
      after = units.pageInfo.endCursor
    }
    const { units } = await served.data<{ units: { totalCount: number } }>(
      '{ units { totalCount } }',
    )
    expect(new Set(ids).size).toBe(842)
    expect(units.totalCount).toBe(842)
  })

  test('are found by area, probe and id, in whichever session they are', async () => {
    const counts = await served.data(
      `{ area: units(where: { areas: ["RL"] }, sessions: { available: true }) { totalCount }
         probe: units(where: { probes: ["1580382678"] }) { totalCount }
         id: units(where: { ids: ["957030025", "959550003"], amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null }) { totalCount }
         channels(where: { areas: ["LGd-sh"] }, first: 1) { totalCount nodes { session { id } probe { session { id } } } }
         probes(where: { names: ["probeF"], hasLfpData: false }) { nodes { session { id } } } }`,
    )
    expect(counts).toEqual({
      area: { totalCount: 2 },
      probe: { totalCount: expect.any(Number) },
      id: { totalCount: 2 },
      channels: {
        totalCount: 5,
        nodes: [{ session: { id: '766640955' }, probe: { session: { id: '766640955' } } }],
      },
      probes: {
        nodes: ['715093703', '737581020', '756029989'].map((id) => ({ session: { id } })),
      },
    })
  })

  test.each([
    ['units(where: { ids: ["1"] })', 'UNIT_NOT_FOUND'],
    ['units(where: { areas: ["XYZ"] })', 'AREA_NOT_FOUND'],
    ['channels(where: { probes: ["probeZ"] })', 'PROBE_NOT_FOUND'],
    ['probes(first: 0)', 'INVALID_ARGUMENT'],
  ])('refuse %s with %s', async (field, code) => {
    const { errors } = await served.sendQuery(`{ ${field} { totalCount } }`)
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  test('are those of the files alone where there are no tables', async () => {
    const counts = await filesOnly.data(
      `{ sessions { totalCount nodes { available published { publishedAt } } }
         units { totalCount nodes { analysisMetrics { areaRf } channel { publishedArea anteriorPosteriorCcf } } }
         channels { totalCount } probes { totalCount } genotypes sexes ages }`,
    )
    expect(counts).toMatchObject({
      sessions: {
        totalCount: 2,
        nodes: [
          { available: true, published: null },
          { available: true, published: null },
        ],
      },
      units: { totalCount: 56 + 46 },
      channels: { totalCount: 129 + 97 },
      probes: { totalCount: 11 },
      sexes: ['M'],
      ages: [118, 133],
    })
    const { units } = counts as { units: { nodes: Record<string, unknown>[] } }
    expect(units.nodes[0]).toEqual({
      analysisMetrics: null,
      channel: { publishedArea: null, anteriorPosteriorCcf: 7500 },
    })
  })
})

describe.each(goldenSessionIds)('session %s with the tables of its cache', (id) => {
  test('has the channels of channels.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'channels')
    const { session } = await served.data<{
      session: { channels: { nodes: Record<string, unknown>[] } }
    }>(
      `query ($id: ID!) { session(id: $id) { channels(where: { validOnly: true }) { nodes {
         channelId filtering localIndex horizontalPosition verticalPosition probe { probeId }
         area publishedArea structureId anteriorPosteriorCcf dorsalVentralCcf leftRightCcf
       } } } }`,
      { id },
    )
    const byId = new Map(
      session.channels.nodes.map((channel) => [Number(channel.channelId), channel]),
    )
    const received = goldenColumn(golden, 'id').map((channel) => byId.get(channel as number))
    expect(session.channels.nodes).toHaveLength(golden.rows.length)
    const columns = {
      filtering: 'filtering',
      localIndex: 'probe_channel_number',
      horizontalPosition: 'probe_horizontal_position',
      verticalPosition: 'probe_vertical_position',
      publishedArea: 'ecephys_structure_acronym',
      structureId: 'ecephys_structure_id',
      anteriorPosteriorCcf: 'anterior_posterior_ccf_coordinate',
      dorsalVentralCcf: 'dorsal_ventral_ccf_coordinate',
      leftRightCcf: 'left_right_ccf_coordinate',
    }
    for (const [field, column] of Object.entries(columns)) {
      const values = received.map((channel) => channel?.[field])
      expect(values, field).toEqual(goldenColumn(golden, column))
    }
    expect(
      received.map((channel) => (channel?.probe as { probeId: string } | undefined)?.probeId),
    ).toEqual(goldenColumn(golden, 'probe_id').map(String))
    // The AllenSDK cuts the file's name off at its first hyphen; here it stays as it is.
    expect(received.map((channel) => (channel?.area as string)?.split('-')[0] ?? '')).toEqual(
      goldenColumn(golden, 'structure_acronym').map((area) => area ?? ''),
    )
  })

  test('has the columns of units.json that come from the tables', async () => {
    const golden = goldenResult<GoldenTable>(id, 'units')
    const { session } = await served.data<{
      session: { units: { nodes: { channel: Record<string, unknown> }[] } }
    }>(
      `query ($id: ID!) { session(id: $id) { units { nodes { channel {
         publishedArea structureId anteriorPosteriorCcf dorsalVentralCcf leftRightCcf
       } } } } }`,
      { id },
    )
    const columns = {
      publishedArea: 'ecephys_structure_acronym',
      structureId: 'ecephys_structure_id',
      anteriorPosteriorCcf: 'anterior_posterior_ccf_coordinate',
      dorsalVentralCcf: 'dorsal_ventral_ccf_coordinate',
      leftRightCcf: 'left_right_ccf_coordinate',
    }
    for (const [field, column] of Object.entries(columns)) {
      const values = session.units.nodes.map(({ channel }) => channel[field])
      expect(values, field).toEqual(goldenColumn(golden, column))
    }
  })

  test('has the counts and acronyms of metadata.json', async () => {
    const { metadata, structurewise_unit_counts: unitCounts } = goldenResult<{
      metadata: Record<string, unknown> & { structure_acronyms: (string | null)[] }
      structurewise_unit_counts: Record<string, number>
    }>(id, 'metadata')
    const { session } = await served.data<{
      session: Record<string, unknown> & { areas: { acronym: string; unitCount: number }[] }
    }>(
      `query ($id: ID!) { session(id: $id) {
         id sessionType startTime passingUnitCount validChannelCount probeCount recordedAreas stimulusNames
         subject { specimenName ageInDays sex genotype } areas { acronym unitCount }
       } }`,
      { id },
    )
    expect(session).toMatchObject({
      id: String(metadata.ecephys_session_id),
      sessionType: metadata.session_type,
      startTime: metadata.session_start_time,
      passingUnitCount: metadata.num_units,
      validChannelCount: metadata.num_channels,
      probeCount: metadata.num_probes,
      recordedAreas: metadata.structure_acronyms.filter((acronym) => acronym !== null),
      stimulusNames: metadata.stimulus_names,
      subject: {
        specimenName: metadata.specimen_name,
        ageInDays: metadata.age_in_days,
        sex: metadata.sex,
        genotype: metadata.full_genotype,
      },
    })
    const counted = session.areas.filter(({ unitCount }) => unitCount > 0)
    expect(
      Object.fromEntries(counted.map(({ acronym, unitCount }) => [acronym, unitCount])),
    ).toEqual(unitCounts)
  })

  test('has the metrics of its analysis table', async () => {
    const rows = csv(`session_${id}/session_${id}_analysis_metrics.csv`)
    const { session } = await served.data<{
      session: {
        units: {
          nodes: {
            unitId: string
            analysisMetrics: {
              gOsiDg: number
              prefOriDg: number
              all: { name: string; value: number; text: string | null }[]
            }
          }[]
        }
      }
    }>(
      `query ($id: ID!) { session(id: $id) { units { nodes {
         unitId analysisMetrics { gOsiDg prefOriDg all { name value text } }
       } } } }`,
      { id },
    )
    const golden = goldenColumn(goldenResult<GoldenTable>(id, 'units'), 'unit_id')
    expect(session.units.nodes.map(({ unitId }) => Number(unitId))).toEqual(golden)
    for (const { unitId: unit, analysisMetrics } of session.units.nodes) {
      const { ecephys_unit_id, ...metrics } = rows.get(unit) ?? {}
      expect(analysisMetrics.gOsiDg).toBe(Number(metrics.g_osi_dg))
      expect(analysisMetrics.prefOriDg).toBe(Number(metrics.pref_ori_dg))
      const named = { True: 1, False: 0 } as Record<string, number>
      expect(analysisMetrics.all).toEqual(
        Object.entries(metrics).map(([name, text]) => ({
          name,
          value: named[text] ?? Number(text),
          text: null,
        })),
      )
    }
  })
})

test('an absent session has the analysis metrics of its type', async () => {
  const { units } = await served.data<{
    units: { nodes: { unitId: string; analysisMetrics: unknown }[] }
  }>(
    '{ units(sessions: { ids: ["737581020"] }, where: { ids: ["950200002"], amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null }) { nodes { unitId analysisMetrics { areaRf all(names: ["fano_dg"]) { value } } } } }',
  )
  const row = csv('brain_observatory_1.1_analysis_metrics.csv').get('950200002')
  expect(units.nodes).toEqual([
    {
      unitId: '950200002',
      analysisMetrics: {
        areaRf: Number(row?.area_rf),
        all: [{ value: Number(row?.fano_dg) }],
      },
    },
  ])
})

test('an analysis metric that the table lacks is an error that lists those it has', async () => {
  const { errors } = await served.sendQuery(
    '{ units(first: 1) { nodes { analysisMetrics { all(names: ["g_dsi"]) { value } } } } }',
  )
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('Available: area_rf, fano_dg'),
    extensions: { code: 'INVALID_ARGUMENT' },
  })
})
