import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface InvalidTime {
  readonly startTime: number
  readonly stopTime: number
  readonly tags: readonly string[]
}

interface Touched {
  readonly stimulusName: string
  readonly startTime: number
  readonly stopTime: number
  readonly touchesInvalidTime: boolean
  readonly invalidTimes: readonly InvalidTime[]
}

interface ResponseData {
  readonly session: {
    readonly invalidTimes: readonly InvalidTime[]
    readonly stimulusPresentations: { readonly nodes: readonly Touched[] }
    readonly stimulusEpochs: readonly Touched[]
  }
}

describe.each(goldenSessionIds)('invalid times of session %s', (id) => {
  const query = `query ($id: ID!) { session(id: $id) {
    invalidTimes { startTime stopTime tags }
    stimulusPresentations(first: 1000) { nodes { ...Touched } }
    stimulusEpochs { ...TouchedEpoch }
  } }
  fragment Touched on StimulusPresentation {
    stimulusName startTime stopTime touchesInvalidTime invalidTimes { startTime stopTime tags }
  }
  fragment TouchedEpoch on StimulusEpoch {
    stimulusName startTime stopTime touchesInvalidTime invalidTimes { startTime stopTime tags }
  }`

  test('are those of invalid_times.json', async () => {
    const { session } = await served.data<ResponseData>(query, { id })
    const golden = goldenResult<GoldenTable>(id, 'invalid_times')
    expect(session.invalidTimes.map((time) => time.startTime)).toEqual(
      goldenColumn(golden, 'start_time'),
    )
    expect(session.invalidTimes.map((time) => time.stopTime)).toEqual(
      goldenColumn(golden, 'stop_time'),
    )
    expect(session.invalidTimes.map((time) => time.tags)).toEqual(goldenColumn(golden, 'tags'))
  })

  test('flag all that they touch, and mask what those tagged "stimulus" touch', async () => {
    const { session } = await served.data<ResponseData>(query, { id })
    const rows = (name: string) => goldenResult<GoldenTable>(id, name).rows.length
    const { nodes } = session.stimulusPresentations
    expect(session.invalidTimes).toHaveLength(rows('invalid_times'))
    expect(nodes).toHaveLength(rows('stimulus_presentations'))
    expect(session.stimulusEpochs).toHaveLength(rows('stimulus_epochs'))
    expect(nodes.some((node) => node.touchesInvalidTime)).toBe(true)
    for (const touched of [...nodes, ...session.stimulusEpochs]) {
      const touching = session.invalidTimes.filter(
        (time) => time.startTime <= touched.stopTime && touched.startTime <= time.stopTime,
      )
      expect(touched.invalidTimes).toEqual(touching)
      expect(touched.touchesInvalidTime).toBe(touching.length > 0)
    }
    for (const { stimulusName, invalidTimes } of nodes) {
      const isMasked = invalidTimes.some(({ tags }) => tags.includes('stimulus'))
      expect(stimulusName === 'invalid_presentation').toBe(isMasked)
    }
  })
})
