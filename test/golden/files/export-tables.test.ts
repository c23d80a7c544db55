import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../cli/run-in-one-process.ts'
import { readCsv, readParquet } from '../../support/exported-tables.ts'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenSessionFile, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

async function exported(id: string, name: string): Promise<string> {
  const file = join(folder, `${id}-${name}`)
  const [what = ''] = name.split('.')
  const requested = ['export', what, goldenSessionFile(id), '--out', file]
  const { code, stderr } = await run(requested)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return file
}

describe.each(goldenSessionIds)('an export of session %s', (id) => {
  test('has the units of units.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'units')
    const rows = await readCsv(await exported(id, 'units.csv'))
    for (const [column, name] of [
      ['unit_id', 'unit_id'],
      ['channel_id', 'peak_channel_id'],
      ['area', 'ecephys_structure_acronym'],
      ['probe_name', 'probe_description'],
      ['vertical_position', 'probe_vertical_position'],
      ['firing_rate', 'firing_rate'],
      ['isi_violations', 'isi_violations'],
      ['l_ratio', 'L_ratio'],
      ['waveform_pt_ratio', 'waveform_PT_ratio'],
    ] as const) {
      expect(
        rows.map((row) => row[column]),
        column,
      ).toEqual(goldenColumn(golden, name))
    }
  })

  test('has the presentations of stimulus_presentations.json', async () => {
    const golden = goldenResult<GoldenTable>(id, 'stimulus_presentations')
    const file = await exported(id, 'presentations.parquet')
    const rows = await readParquet(file)
    for (const [column, name] of [
      ['presentation_id', 'stimulus_presentation_id'],
      ['stimulus_name', 'stimulus_name'],
      ['start_time', 'start_time'],
      ['stop_time', 'stop_time'],
      ['duration', 'duration'],
    ] as const) {
      expect(
        rows.map((row) => row[column]),
        column,
      ).toEqual(goldenColumn(golden, name))
    }
    const shown = rows.map((row) => row.stimulus_name !== 'invalid_presentation')
    const where = (values: readonly unknown[]) => values.filter((_, row) => shown[row])
    expect(where(rows.map((row) => row.condition_id))).toEqual(
      where(goldenColumn(golden, 'stimulus_condition_id')),
    )
    const orientations = goldenColumn(golden, 'orientation').map((value) =>
      typeof value === 'number' ? value : null,
    )
    expect(rows.map((row) => row.orientation)).toEqual(orientations)
  })
})
