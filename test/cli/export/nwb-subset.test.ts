import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSource } from '../../../src/cli/export/write-export.ts'
import { everyUnit } from '../../../src/domain/units/unit-filter.ts'
import { nwbSubsetExport } from '../../../src/exports/subset/nwb-subset.ts'
import { OwnThread } from '../../../src/readers/inline-reader.ts'
import { execute } from '../../graphql/execute.ts'
import { memoryCatalog } from '../../support/memory/memory-session.ts'
import { writeNwb } from '../../support/recordings/write-nwb.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

let folder: string
let sample: string
beforeAll(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder, 'whole'))
  sample = await writeSampleSession(join(folder, 'whole'))
})

async function subsetOf(file: string, ...options: string[]) {
  const out = join(folder, `${crypto.randomUUID()}.nwb`)
  const { code, stdout, stderr } = await run(['export', 'nwb', file, '--out', out, ...options])
  expect({ code, errors: stderr.match(/^error.*/gm) }).toEqual({ code: 0, errors: null })
  return { out, stdout }
}

/** What a recording answers, by the reader of files. */
async function answer(file: string, fields: string) {
  const catalog = await memoryCatalog(new OwnThread().reader(file))
  const { data, errors } = await execute(catalog, `{ sessions { nodes { ${fields} } } }`)
  expect(errors).toEqual([])
  return data.sessions.nodes[0]
}

/** The same from both; what the subset has to keep. */
async function expectAlike(whole: string, subset: string, fields: string) {
  const expected = await answer(whole, fields)
  expect(await answer(subset, fields)).toEqual(expected)
  return expected
}

const who = `id sessionType startTime institution
  subject { subjectId specimenName species sex genotype strain age ageInDays }
  probes { probeId name samplingRate lfpSamplingRate hasLfpData channelCount }
  channels(first: 500) { nodes {
    channelId probe { probeId } area location valid localIndex verticalPosition horizontalPosition
    anteriorPosteriorCcf dorsalVentralCcf leftRightCcf
  } }
  invalidTimes { startTime stopTime tags }`

const units = (where: string) => `units(where: ${where}, first: 100) { nodes {
  unitId area areaSource quality clusterId localIndex firingRate snr isiViolations
  waveform { duration velocityBelow } channel { channelId } probe { probeId }
  observedTimes { startTime stopTime } columns { name value }
  spikeCount spikeTimes
} }`

const whatever =
  '{ isiViolationsMax: null, amplitudeCutoffMax: null, presenceRatioMin: null, requireMetrics: false, validOnly: false, inBrainOnly: false }'

describe('spikeql export nwb', () => {
  test('writes a recording that answers as the whole one', async () => {
    const { out, stdout } = await subsetOf(sample, '--areas', 'V1')
    const inV1 = '{ areas: ["V1"] }'
    const session = await expectAlike(
      sample,
      out,
      `${who} ${units(inV1)}
       stimulusEpochs { index stimulusName block startTime stopTime }
       binnedActivity(start: 100, stop: 200, binSize: 1, areas: ["V1"]) { unitIds counts }
       presentationActivity(units: ${inV1}, presentations: { stimulusNames: ["drifting_gratings"] }) {
         groups { condition { conditionId orientation temporalFrequency } presentationCount spikeCounts }
       }
       intervalTables { name rowCount columns { name kind } }`,
    )
    expect(session.units.nodes.length).toBeGreaterThan(3)
    expect(session.stimulusEpochs.length).toBeGreaterThan(3)
    expect(session.presentationActivity.groups.length).toBeGreaterThan(3)
    expect(stdout).toMatch(
      /: \d+ units with [\d,]+ spikes, \d+ tables of intervals\.\nLeft out: .*LFP/,
    )

    const { fileObject } = await answer(
      out,
      'fileObject(path: "/general/notes") { dataset { values { values } } }',
    )
    expect(JSON.stringify(fileObject)).toMatch(/Part of another NWB file.*Left out: other units/)
    // Nothing of other areas.
    const { all } = await answer(
      out,
      `all: units(where: ${whatever}) { totalCount nodes { area } }`,
    )
    expect(all.totalCount).toBe(session.units.nodes.length)
  })

  test('is of a window and of some tables', async () => {
    const window = ['--start', '100', '--stop', '200']
    const tables = ['--tables', 'gabors_presentations,spontaneous_presentations']
    const { out, stdout } = await subsetOf(sample, '--areas', 'V1', ...window, ...tables)
    const spikes = 'units(where: { areas: ["V1"] }) { nodes { unitId spikeTimes'
    const [whole, part] = await Promise.all([
      answer(sample, `${spikes}(start: 100, stop: 200) } }`),
      answer(out, `${spikes} } }`),
    ])
    expect(part).toEqual(whole)
    const { intervalTables } = await answer(
      out,
      'intervalTables { name rows(first: 1000) { nodes { startTime stopTime } } }',
    )
    const rows = intervalTables.flatMap((table: { rows: { nodes: object[] } }) => table.rows.nodes)
    expect(rows.length).toBeGreaterThan(0)
    for (const { startTime, stopTime } of rows) {
      expect(startTime).toBeLessThanOrEqual(200)
      expect(stopTime).toBeGreaterThanOrEqual(100)
    }
    for (const { name } of intervalTables) expect(tables[1]).toContain(name)
    expect(stdout).toMatch(/spikes outside of the window.*other tables of intervals/)
  })

  test('keeps the columns of other laboratories, of every kind', async () => {
    const own = await writeNwb(join(folder, 'own.nwb'), {
      identifier: 'own',
      bare: true,
      peakChannel: 'none',
      units: [
        { id: 2n ** 60n + 1n, spikes: [1, 2] },
        { id: 2n ** 60n + 2n, spikes: [] },
        { id: 5n, spikes: [0.5] },
      ],
      intervals: {
        trials: {
          start: [0, 5],
          stop: [4, Number.NaN],
          tags: [['a', 'b'], []],
          columns: { response: ['hit', 'miss'], cue: [0.5, Number.NaN] },
        },
      },
      edit(_file, table) {
        table.create_dataset({ name: 'cell_type', data: ['pyramidal', '', 'basket'] })
        table.create_dataset({ name: 'depth', data: [100.5, Number.NaN, 7], dtype: '<d' })
        table.create_dataset({ name: 'peaks', data: [1, 2, 3], dtype: '<d' })
        table.create_dataset({ name: 'peaks_index', data: [2, 2, 3], dtype: '<q' })
        table.create_dataset({ name: 'obs_intervals', data: [0, 3, 6, 9, 0, 1], shape: [3, 2] })
        table.create_dataset({ name: 'obs_intervals_index', data: [2, 2, 3], dtype: '<q' })
      },
    })
    const { out } = await subsetOf(own, '--all-units')
    const session = await expectAlike(
      own,
      out,
      `${who.replace('startTime', '')} ${units(whatever)} unitColumns { name kind values }
       intervalTables { name rowCount columns { name kind } rows(first: 10) { nodes { startTime stopTime values { name value } } } }`,
    )
    // NWB requires one.
    expect(await answer(out, 'startTime')).toEqual({ startTime: '1970-01-01T00:00:00+00:00' })
    expect(session.units.nodes.map(({ unitId }: { unitId: string }) => unitId)).toEqual(
      expect.arrayContaining([String(2n ** 60n + 1n), '5']),
    )
    expect(session.unitColumns.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['cell_type', 'depth', 'peaks']),
    )
  })

  test('says why nothing is written', async () => {
    const { code, stderr } = await run(['export', 'nwb', sample, '--snr-min', '1e6'], {
      cwd: folder,
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: No unit is left to export, of the \d+ units/m)
    const unknown = await run(['export', 'nwb', sample, '--tables', 'cues'], { cwd: folder })
    expect(unknown.stderr).toMatch(/No table of intervals "cues" in this session\. Available: /)
  })

  test('replaces no recording', async () => {
    const { size } = await stat(sample)
    const { code, stderr } = await run(['export', 'nwb', sample, '--out', sample])
    expect({ code, size: (await stat(sample)).size }).toEqual({ code: 1, size })
    expect(stderr).toMatch(/exists already, and recordings are not replaced\. Choose another name/)
  })

  test('refuses what is too large before it reads any spike', async () => {
    const catalog = await memoryCatalog(new OwnThread().reader(sample))
    const [session] = await catalog.sessions()
    const source = await openSource(session, catalog, new AbortController().signal)
    const { units } = source.tables
    const spikeCounts = units.spikeCounts.map(() => 1e6)
    const large = { ...source, tables: { ...source.tables, units: { ...units, spikeCounts } } }
    const request = {
      units: everyUnit,
      span: { startTime: -Infinity, stopTime: Infinity },
      tables: null,
    }
    await expect(nwbSubsetExport.request(request, 'nwb').plan(large)).rejects.toThrow(
      /have \d+000000 spikes in the whole session; an NWB subset, .* at most 25000000\. Select fewer/,
    )
  })
})
