import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

const columns = {
  startTime: 'start_time',
  stopTime: 'stop_time',
  condition: 'condition',
  level: 'level',
  stimulusName: 'stimulus_name',
  duration: 'duration',
} as const

type Epoch = Record<keyof typeof columns, unknown> & { readonly epochId: string }

describe.each(goldenSessionIds)('light pulses of session %s', (id) => {
  test('are those of optogenetic_stimulation_epochs.json; null where the AllenSDK raises an error', async () => {
    const { session } = await served.data<{
      session: { optogeneticStimulationEpochs: Epoch[] | null }
    }>(
      `query ($id: ID!) { session(id: $id) {
         optogeneticStimulationEpochs { epochId startTime stopTime condition level stimulusName duration }
       } }`,
      { id },
    )
    const golden = goldenResult<GoldenTable | { sdk_raises: string }>(
      id,
      'optogenetic_stimulation_epochs',
    )
    const epochs = session.optogeneticStimulationEpochs
    if ('sdk_raises' in golden) {
      expect(epochs).toBeNull()
      return
    }
    expect(epochs?.map((epoch) => Number(epoch.epochId))).toEqual(goldenColumn(golden, 'id'))
    for (const [field, column] of Object.entries(columns)) {
      const received = epochs?.map((epoch) => epoch[field as keyof typeof columns])
      expect(received, field).toEqual(goldenColumn(golden, column))
    }
  })
})
