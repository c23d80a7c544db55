import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FolderCatalog } from '../../../../src/catalog/folder/folder-catalog.ts'
import { summarizeSession } from '../../../../src/cli/inspect/session-summary.ts'
import { sessionText } from '../../../../src/cli/inspect/session-text.ts'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { OwnThread } from '../../../../src/readers/inline-reader.ts'
import {
  type TestRecording,
  temporaryFolder,
  writeNwb,
} from '../../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../../support/servers/served-folder.ts'

const folder = temporaryFolder()

/** Its rows have two starts each. */
function addCues(file: Parameters<NonNullable<TestRecording['edit']>>[0]): void {
  const table = file.create_group('intervals/cues')
  table.create_dataset({ name: 'id', data: [0, 1], dtype: '<i' })
  table.create_dataset({ name: 'start_time', data: [1, 9, 2, 9], shape: [2, 2] })
  table.create_dataset({ name: 'stop_time', data: [1.5, 2.5] })
}

const found = '/intervals/cues/start_time holds 2 values per row where one is expected'
const warning = {
  code: 'TABLE_LEFT_OUT',
  path: '/intervals/cues',
  message: `${found}. The table /intervals/cues is not served. Write it again with pynwb or MatNWB.`,
}

describe('a table of intervals whose starts cannot be read', () => {
  test('costs itself where others can be: they are served', async () => {
    const path = await writeNwb(join(folder, 'beside.nwb'), {
      intervals: { trials: { start: [3], stop: [4] } },
      edit: addCues,
    })
    const file = await SessionFile.open(path)
    expect(file.tables().epochs).toMatchObject([{ stimulusName: 'trials', startTime: 3 }])
    expect(file.load('warnings')).toEqual([warning])
    file.close()
  })
})

describe('where none can be read', () => {
  const served = new ServedFolder(async () => {
    mkdirSync(join(folder, 'alone'))
    await writeNwb(join(folder, 'alone', 'alone.nwb'), { identifier: 'alone', edit: addCues })
    return [join(folder, 'alone')]
  })

  test('spikes are served, and the warning says why the rest is not', async () => {
    const { data, errors } = await served.sendQuery<{ session: object }>(
      '{ session(id: "alone") { passingUnitCount warnings { code path message } recordedSpan { startTime } binnedActivity(start: 0, stop: 3, binSize: 1, areas: []) { counts } } }',
    )
    expect(errors).toBeUndefined()
    expect(data?.session).toEqual({
      passingUnitCount: 1,
      warnings: [warning],
      recordedSpan: { startTime: 0.5 },
      binnedActivity: [{ counts: [[1], [1], [1]] }],
    })
  })

  test.each([
    'stimulusNames',
    'stimulusEpochs { index }',
    'stimulusEpoch(index: 0) { index }',
    'stimulusPresentations { totalCount }',
    'stimulusConditions { stimulusName }',
    'alignedActivity(after: 1, binSize: 1) { shape }',
    'dataset { matrixCount }',
    'areas { binnedActivity { shape } }',
  ])('%s is an error that names the column', async (field) => {
    const { errors } = await served.sendQuery(`{ session(id: "alone") { ${field} } }`)
    expect(errors?.[0]?.extensions.code).toBe('UNSUPPORTED_LAYOUT')
    expect(errors?.[0]?.message).toContain(found)
  })

  test('inspect tells all else', async () => {
    const catalog = new FolderCatalog([join(folder, 'alone')], new OwnThread(), {
      rescanSeconds: 0,
    })
    const text = sessionText(await summarizeSession(await catalog.session('alone')))
    catalog.close()
    expect(text).toContain('Stimuli\n  cannot be read; see the warnings')
    expect(text).toContain(`TABLE_LEFT_OUT: ${found}.`)
  })
})
