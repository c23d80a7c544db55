import { describe, expect, test } from 'vitest'
import type { MemoryPresentation } from '../../support/memory/memory-presentations.ts'
import { execute, oneSession } from '../execute.ts'

const units = [{ id: 1, area: 'VISp', spikes: [1] }]

/** Gratings of eight orientations in blocks of 100, one a second. */
const manyPresentations: MemoryPresentation[] = Array.from({ length: 5000 }, (_, i) => ({
  stimulusName: 'gratings',
  startTime: i,
  stopTime: i + 0.5,
  block: Math.floor(i / 100),
  parameters: { orientation: 45 * (i % 8), phase: [0.5, 0.5] },
}))

describe('stimulus presentations', () => {
  test('5,000 of them with parameters, conditions and epochs are four calls of the reader', async () => {
    const { catalog, reader } = await oneSession({ units, presentations: manyPresentations })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") {
        ${[0, 1, 2, 3, 4].map((k) => `page${k}: stimulusPresentations(where: { start: ${1000 * k} }, first: 1000) { ...Page }`).join(' ')}
        stimulusEpochs { presentations { nodes { orientation } } conditions { conditionId } }
        stimulusConditions { presentations(first: 1000) { nodes { xPosition phase } } epochs { index } }
      } }
      fragment Page on StimulusPresentationConnection { nodes {
        presentationId orientation phase parameters { name value } condition { conditionId orientation presentationCount } epoch { index block }
      } }`,
    )
    expect(errors).toEqual([])
    expect(reader.requested).toMatchObject({
      tables: 1,
      presentations: 1,
      stimulusConditions: 1,
      presentationParameters: 1,
    })
    const nodes = [0, 1, 2, 3, 4].flatMap((k) => data.session[`page${k}`].nodes)
    expect(nodes).toHaveLength(5000)
    expect(nodes[4999]).toEqual({
      presentationId: '4999',
      orientation: 315,
      phase: [0.5, 0.5],
      parameters: [
        { name: 'orientation', value: 315 },
        { name: 'phase', value: [0.5, 0.5] },
      ],
      condition: { conditionId: '7', orientation: 315, presentationCount: 625 },
      epoch: { index: 49, block: 49 },
    })
    expect(data.session.stimulusEpochs).toHaveLength(50)
    expect(data.session.stimulusEpochs[1].presentations.nodes[0].orientation).toBe(180)
    expect(data.session.stimulusConditions[0].presentations.nodes).toHaveLength(625)
  })

  test('reads no parameters and no conditions unless they are asked', async () => {
    const { catalog, reader } = await oneSession({ units, presentations: manyPresentations })
    const { data } = await execute(
      catalog,
      `{ session(id: "1") {
        stimulusPresentations(where: { blocks: [3], start: 350 }, first: 2) {
          totalCount nodes { presentationId startTime stopTime duration block epoch { index } } pageInfo { hasNextPage endCursor }
        }
        interPresentationIntervals { count min max mean }
      } }`,
    )
    expect(reader.requested).toMatchObject({
      presentations: 1,
      stimulusConditions: 0,
      presentationParameters: 0,
    })
    expect(data.session.stimulusPresentations).toMatchObject({
      totalCount: 50,
      nodes: [
        {
          presentationId: '350',
          startTime: 350,
          stopTime: 350.5,
          duration: 0.5,
          block: 3,
          epoch: { index: 3 },
        },
        { presentationId: '351' },
      ],
    })
    expect(data.session.interPresentationIntervals).toEqual({
      count: 4999,
      min: 0.5,
      max: 0.5,
      mean: 0.5,
    })
  })

  test('are found by their parameters, by whatever name', async () => {
    const { catalog } = await oneSession({
      units,
      presentations: [
        presentation(0, { temporal_frequency: 4, rewarded: 'yes' }),
        presentation(1, { temporal_frequency: 8, rewarded: 'no' }),
        presentation(2, { rewarded: 'yes' }),
      ],
    })
    const { data, errors } = await execute(
      catalog,
      `query ($size: [StimulusParameterValue!]!) { session(id: "1") {
        camel: stimulusPresentations(where: { parameters: [{ name: "temporalFrequency", values: [8, 4] }] }) { nodes { presentationId } }
        file: stimulusPresentations(where: { parameters: [{ name: "rewarded", values: $size }] }) { nodes { presentationId parameters(names: ["rewarded"]) { name value } } }
        stimulusParameterValues { name values }
      } }`,
      { variables: { size: ['yes'] } },
    )
    expect(errors).toEqual([])
    expect(data.session.camel.nodes).toEqual([{ presentationId: '0' }, { presentationId: '1' }])
    const parameters = [{ name: 'rewarded', value: 'yes' }]
    expect(data.session.file.nodes).toEqual([
      { presentationId: '0', parameters },
      { presentationId: '2', parameters },
    ])
    expect(data.session.stimulusParameterValues).toEqual([
      { name: 'rewarded', values: ['yes', 'no'] },
      { name: 'temporal_frequency', values: [4, 8] },
    ])
  })

  test('a masked one keeps its times and nothing else', async () => {
    const { catalog } = await oneSession({
      units,
      presentations: [presentation(0, { orientation: 0 }), presentation(1, { orientation: 90 })],
      invalidTimes: [
        { startTime: 1.5, stopTime: 1.6, tags: ['stimulus'] },
        { startTime: 0, stopTime: 0, tags: ['probeA'] },
      ],
    })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { stimulusPresentations { nodes {
        stimulusName startTime stopTime duration block orientation condition { conditionId } parameters { name }
        detailedParameters { opacity } touchesInvalidTime invalidTimes { tags }
      } } stimulusPresentation(id: "1") { stimulusName } stimulusCondition(id: "1") { orientation presentationCount presentations { totalCount } } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.stimulusPresentations.nodes).toEqual([
      {
        stimulusName: 'gratings',
        startTime: 0,
        stopTime: 0.5,
        duration: 0.5,
        block: 0,
        orientation: 0,
        condition: { conditionId: '0' },
        parameters: [{ name: 'orientation' }],
        detailedParameters: { opacity: null },
        touchesInvalidTime: true,
        invalidTimes: [{ tags: ['probeA'] }],
      },
      {
        stimulusName: 'invalid_presentation',
        startTime: 1,
        stopTime: 1.5,
        duration: null,
        block: null,
        orientation: null,
        condition: null,
        parameters: [],
        detailedParameters: { opacity: null },
        touchesInvalidTime: true,
        invalidTimes: [{ tags: ['stimulus'] }],
      },
    ])
    expect(data.session.stimulusPresentation.stimulusName).toBe('invalid_presentation')
    expect(data.session.stimulusCondition).toEqual({
      orientation: 90,
      presentationCount: 0,
      presentations: { totalCount: 0 },
    })
  })

  test('typed parameters take numbers that are alike for x and y, and lists as they are', async () => {
    const { catalog } = await oneSession({
      units,
      presentations: [
        presentation(0, { spatial_frequency: [0, 0], phase: 0.25, color: -1, frame: -1 }),
        presentation(1, {
          spatial_frequency: [1, 2],
          color: [1, 1, 1],
          frame: 0.5,
          mask: 'circle',
        }),
      ],
    })
    const { data } = await execute(
      catalog,
      `{ session(id: "1") { stimulusConditions {
        spatialFrequency phase color frame detailedParameters { colorTriplet mask }
      } } }`,
    )
    expect(data.session.stimulusConditions).toEqual([
      {
        spatialFrequency: 0,
        phase: [0.25],
        color: -1,
        frame: -1,
        detailedParameters: { colorTriplet: null, mask: null },
      },
      {
        spatialFrequency: null,
        phase: null,
        color: null,
        frame: null,
        detailedParameters: { colorTriplet: [1, 1, 1], mask: 'circle' },
      },
    ])
  })

  test.each([
    ['stimulusPresentation(id: "9") { id }', 'PRESENTATION_NOT_FOUND'],
    ['stimulusCondition(id: "x") { id }', 'CONDITION_NOT_FOUND'],
    ['stimulusConditions(stimulusNames: ["movie"]) { id }', 'EPOCH_NOT_FOUND'],
    ['stimulusPresentations(first: 1001) { totalCount }', 'INVALID_ARGUMENT'],
    ['interPresentationIntervals(stimulusNames: ["movie"]) { count }', 'EPOCH_NOT_FOUND'],
  ])('%s is an error', async (field, code) => {
    const { catalog } = await oneSession({ units, presentations: [presentation(0, {})] })
    const { errors } = await execute(catalog, `{ session(id: "1") { ${field} } }`)
    expect(errors).toMatchObject([{ extensions: { code } }])
  })

  test('more values than an answer may hold are refused before parameters are read', async () => {
    const { catalog, reader } = await oneSession({ units, presentations: manyPresentations })
    // 50 pages of 1000 presentations with 25 fields each: a quarter more than one answer may hold
    const pages = Array.from(
      { length: 50 },
      (_, i) => `p${i}: stimulusPresentations(first: 1000) { ...Page }`,
    )
    const { errors } = await execute(
      catalog,
      `{ session(id: "1") { ${pages.join(' ')} } }
       fragment Page on StimulusPresentationConnection { nodes {
         presentationId stimulusName startTime stopTime duration block orientation phase contrast size color frame speed direction
         coherence temporalFrequency spatialFrequency xPosition yPosition touchesInvalidTime
         epoch { index stimulusName } session { id }
       } }`,
    )
    expect(errors[0]).toMatchObject({ extensions: { code: 'TOO_MANY_VALUES' } })
    expect(reader.requested.presentationParameters).toBe(0)
  })
})

function presentation(
  startTime: number,
  parameters: NonNullable<MemoryPresentation['parameters']>,
): MemoryPresentation {
  return { stimulusName: 'gratings', startTime, stopTime: startTime + 0.5, block: 0, parameters }
}
