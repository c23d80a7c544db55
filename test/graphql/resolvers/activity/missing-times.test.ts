import { expect, test } from 'vitest'
import { RecordingError } from '../../../../src/errors.ts'
import { execute, oneSession } from '../../execute.ts'

const units = [
  { id: 1, area: 'VISp', spikes: [1.25, 1.5, 5.5, 5.75, 6] },
  { id: 2, area: 'VISp', spikes: [1.75, 3.5] },
]

const session = {
  units,
  presentations: [
    { stimulusName: 'holds', startTime: 1, stopTime: 2 },
    { stimulusName: 'holds', startTime: 3, stopTime: Number.NaN },
    { stimulusName: 'holds', startTime: 5, stopTime: 5 },
    { stimulusName: 'holds', startTime: 5, stopTime: 6.5 },
  ],
}

async function sendQuery(fields: string) {
  const { catalog } = await oneSession(session)
  return execute(catalog, `{ session(id: "1") { ${fields} } }`)
}

test('within a presentation without a stop, counts are null, and NaN in bytes', async () => {
  const { data, errors } = await sendQuery(
    'presentationActivity { counts stopTimes data { dtype shape bytes } }',
  )
  expect(errors).toEqual([])
  const { counts, stopTimes, data: encoded } = data.session.presentationActivity
  expect(counts).toEqual([[[2, 1]], [[null, null]], [[0, 0]], [[3, 0]]])
  expect(stopTimes).toEqual([2, null, 5, 6.5])
  expect(encoded).toMatchObject({ dtype: 'float64', shape: [4, 1, 2] })
  const bytes = Buffer.from(encoded.bytes, 'base64')
  const cells = Array.from({ length: 8 }, (_, i) => bytes.readDoubleLE(8 * i))
  expect(cells).toEqual([2, 1, Number.NaN, Number.NaN, 0, 0, 3, 0])
})

test('means are over the presentations that have a stop, rates over those that last', async () => {
  const { data, errors } = await sendQuery(
    `presentationActivity { groups(by: ALL) {
      presentationCount spikeCounts mean observedPresentationCounts
      rate: mean(unit: HZ) deviation: standardDeviation(unit: HZ) error: standardError(unit: HZ)
    } }`,
  )
  expect(errors).toEqual([])
  const [group] = data.session.presentationActivity.groups
  expect(group).toEqual({
    presentationCount: 4,
    spikeCounts: [[5, 1]],
    mean: [[5 / 3, 1 / 3]],
    observedPresentationCounts: [[3, 3]],
    rate: [[2, 0.5]],
    deviation: [[0, Math.sqrt(0.5)]],
    error: [[0, 0.5]],
  })
})

test('a group of nothing but presentations without a stop has no counts', async () => {
  const { data, errors } = await sendQuery(
    `presentationActivity(presentations: { ids: ["1"] }) { counts groups(by: ALL) {
      presentationCount spikeCounts mean standardError rate: mean(unit: HZ)
    } }`,
  )
  expect(errors).toEqual([])
  const nothing = [[null, null]]
  expect(data.session.presentationActivity).toEqual({
    counts: [nothing],
    groups: [
      {
        presentationCount: 1,
        spikeCounts: nothing,
        mean: nothing,
        standardError: nothing,
        rate: nothing,
      },
    ],
  })
})

test('around its start, a presentation without a stop counts as any other', async () => {
  const { data } = await sendQuery('alignedActivity(after: 1, binSize: 1) { counts }')
  expect(data.session.alignedActivity.counts).toEqual([[[2, 1]], [[0, 1]], [[3, 0]], [[3, 0]]])
})

test('where intervals cannot be placed in time, all that needs them fails, and all else is answered', async () => {
  const { reader, catalog } = await oneSession(session)
  const epochsFault = {
    code: 'UNSUPPORTED_LAYOUT' as const,
    fileName: 'a.nwb',
    detail: '/intervals/cues/start_time holds 2 values per row where one is expected',
  }
  const tables = await reader.tables()
  const broken = { ...tables, epochs: [], epochsFault }
  reader.tables = async () => broken
  reader.load = async () => {
    throw new RecordingError('UNSUPPORTED_LAYOUT', epochsFault.fileName, epochsFault.detail)
  }
  const fails = async (fields: string) => {
    const { data, errors } = await execute(catalog, `{ session(id: "1") { ${fields} } }`)
    expect(data.session, fields).toBeNull()
    expect(errors[0].extensions.code, fields).toBe('UNSUPPORTED_LAYOUT')
    expect(errors[0].message, fields).toContain('/intervals/cues/start_time holds 2 values per row')
  }
  await fails('stimulusEpochs { index }')
  await fails('stimulusNames')
  await fails('stimulusPresentations { totalCount }')
  await fails('alignedActivity(after: 1, binSize: 1) { counts }')
  await fails('presentationActivity { counts }')
  await fails('dataset(areas: ["VISp"]) { matrixCount }')
  await fails('areas { binnedActivity { counts } }')
  await fails('stimulusParameterValues { name }')
  const { data, errors } = await execute(
    catalog,
    `{ session(id: "1") { units { totalCount } stimulusEpoch(index: 0) { index }
      binnedActivity(start: 1, stop: 2, binSize: 1, areas: []) { counts } } }`,
  )
  expect(data.session).toEqual({
    units: { totalCount: 2 },
    stimulusEpoch: null,
    binnedActivity: [{ counts: [[2, 1]] }],
  })
  expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED_LAYOUT' } }])
})
