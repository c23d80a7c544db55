import { describe, expect, test } from 'vitest'
import { fingerprint, goldenMatrices } from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { expectNotebook } from '../../support/servers/notebook.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

describe.each(goldenSessionIds)('every matrix of dataset.npz of session %s', (id) => {
  test('is the same in JSON', () => expectNotebook(served, id, 'counts'))
  test('is the same in base64', () => expectNotebook(served, id, 'data'))

  test('is the same when asked by area, and by start and stop', async () => {
    const expected = goldenMatrices(id).filter(({ area }) => area === 'VISp')
    const windows = expected.map(
      ({ start, end }, i) =>
        `w${i}: binnedActivity(areas: ["V1"], start: ${start}, stop: ${end}, binSize: 0.1) { counts }`,
    )
    const { session } = await served.data<{
      session: Record<string, { counts?: number[][]; binnedActivity?: { counts: number[][] }[] }[]>
    }>(
      `query ($id: ID!) {
         session(id: $id) {
           areas(acronyms: ["V1"]) {
             binnedActivity(epochs: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) { counts }
           }
           ${windows.join('\n')}
         }
       }`,
      { id },
    )
    const fingerprints = expected.map((matrix) => matrix.sha256_u16_c_order)
    expect(
      session.areas?.[0]?.binnedActivity?.map(({ counts }) => fingerprint(counts.flat())),
    ).toEqual(fingerprints)
    expect(
      expected.map((_, i) => fingerprint((session[`w${i}`]?.[0]?.counts ?? []).flat())),
    ).toEqual(fingerprints)
  })
})
