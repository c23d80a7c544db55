import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Epoch {
  readonly index: number
  readonly stimulusName: string
  readonly block: number | null
  readonly startTime: number
  readonly stopTime: number
  readonly duration: number
}

describe.each(goldenSessionIds)('stimulus epochs of session %s', (id) => {
  test('are those of stimulus_epochs.json, to the last bit', async () => {
    const { session } = await served.data<{ session: { stimulusEpochs: Epoch[] } }>(
      `query ($id: ID!) { session(id: $id) {
         stimulusEpochs { index stimulusName block startTime stopTime duration }
       } }`,
      { id },
    )
    const golden = goldenResult<GoldenTable>(id, 'stimulus_epochs')
    const column = (name: keyof Epoch) => session.stimulusEpochs.map((epoch) => epoch[name])
    expect(column('index')).toEqual(goldenColumn(golden, 'index'))
    expect(column('stimulusName')).toEqual(goldenColumn(golden, 'stimulus_name'))
    expect(column('startTime')).toEqual(goldenColumn(golden, 'start_time'))
    expect(column('stopTime')).toEqual(goldenColumn(golden, 'stop_time'))
    expect(column('duration')).toEqual(goldenColumn(golden, 'duration'))
    // The AllenSDK writes "null" where no block applies; the schema, and a
    // masked presentation, have null.
    const blocks = goldenColumn(golden, 'stimulus_block')
    expect(column('block')).toEqual(blocks.map((block) => (block === 'null' ? null : block)))
  })

  test('are shortened as in stimulus_epochs_thresholds.json', async () => {
    const { session } = await served.data<{
      session: { all: Epoch[]; long: Epoch[] }
    }>(
      `query ($id: ID!) { session(id: $id) {
         all: stimulusEpochs(where: { excludeStimulusNames: ["spontaneous"] }) { index }
         long: stimulusEpochs(where: { stimulusNames: ["spontaneous"], minDuration: 60 }) { index }
       } }`,
      { id },
    )
    const kept = [...session.all, ...session.long].map(({ index }) => index).sort((a, b) => a - b)
    const golden = goldenResult<GoldenTable>(id, 'stimulus_epochs_thresholds')
    expect(kept).toEqual(goldenColumn(golden, 'index'))
  })

  test('have the names of metadata.json', async () => {
    const { session } = await served.data<{ session: { stimulusNames: string[] } }>(
      'query ($id: ID!) { session(id: $id) { stimulusNames } }',
      { id },
    )
    const { stimulus_names } = goldenResult<{ stimulus_names: string[] }>(id, 'metadata')
    expect(session.stimulusNames).toEqual(stimulus_names)
  })
})
