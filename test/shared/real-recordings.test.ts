import { expect, test } from 'vitest'
import { ServedFolder } from '../support/servers/served-folder.ts'
import { realRecordingsFolder } from '../support/shared.ts'

const served = new ServedFolder(() => [realRecordingsFolder])

interface ResponseData {
  readonly session: {
    readonly units: {
      readonly totalCount: number
      readonly nodes: readonly { unitId: string; area: string; spikeCount: number }[]
    }
    readonly areas: readonly { acronym: string; unitCount: number }[]
    readonly recordedSpan: { startTime: number; stopTime: number }
    readonly binnedActivity: readonly { shape: number[]; spikeCount: number; coverage: number }[]
  }
}

const sendQuery = (id: string, start: number, stop: number) =>
  served.data<ResponseData>(
    `query ($id: ID!, $start: Float!, $stop: Float!) {
       session(id: $id) {
         units { totalCount nodes { unitId area spikeCount } }
         areas { acronym unitCount }
         recordedSpan { startTime stopTime }
         binnedActivity(start: $start, stop: $stop, binSize: 0.5, areas: []) { shape spikeCount coverage }
       }
     }`,
    { id, start, stop },
  )

test('a human recording with an index of uint32 and no quality metrics', async () => {
  const { session } = await sendQuery('TWH103_CBID4', 0, 100_000)
  expect(session.units.totalCount).toBe(35)
  expect(session.areas.map(({ acronym, unitCount }) => [acronym, unitCount])).toEqual([
    ['hippocampus_right', 25],
    ['amygdala_right', 10],
  ])
  expect(session.units.nodes.reduce((sum, unit) => sum + unit.spikeCount, 0)).toBe(214_278)
  // Its spikes start at 0.03 s: the window holds them all.
  expect(session.binnedActivity).toMatchObject([{ shape: [200_000, 35], spikeCount: 214_278 }])
})

test("a recording whose quality labels are a laboratory's own grades", async () => {
  const { session } = await sendQuery('anm369963_2017-02-28_2', 300, 400)
  expect(session.units.nodes.map(({ unitId, spikeCount }) => [unitId, spikeCount])).toEqual([
    ['1001', 1679],
  ])
  expect(session.areas).toHaveLength(1)
  expect(session.binnedActivity[0]?.shape).toEqual([200, 1])
})

test('the columns that a laboratory added to its units', async () => {
  const { session } = await served.data<{ session: Record<string, unknown> }>(
    `query ($where: UnitFilter!) { session(id: "anm369963_2017-02-28_2") {
       unitColumns { name kind values }
       units(where: $where) { nodes { unitId columns(names: ["depth"]) { value } } }
     } }`,
    { where: { columns: [{ column: 'cell_type', values: ['PTlower'] }] } },
  )
  expect(session).toEqual({
    unitColumns: [
      { name: 'cell_type', kind: 'TEXT', values: ['PTlower'] },
      { name: 'depth', kind: 'NUMBER', values: [780] },
      { name: 'quality', kind: 'TEXT', values: ['Excellent'] },
    ],
    units: { nodes: [{ unitId: '1001', columns: [{ value: 780 }] }] },
  })
})

test.each(['TWH103_CBID4', 'anm369963_2017-02-28_2'])(
  'a recording without behaviour, %s, answers null, and its channels by area',
  async (id) => {
    const { session } = await served.data<{
      session: Record<string, unknown> & {
        probes: Record<string, unknown>[]
        channels: { totalCount: number }
        channelStructureIntervals: { first: number; end: number }[]
      }
    }>(
      `query ($id: ID!) { session(id: $id) {
         runningSpeed { velocity } rawRunning { netRotation } eyeTracking { times }
         screenGaze { raw { times } } optogeneticStimulationEpochs { startTime } rig { equipmentName }
         probes { lfp { times } currentSourceDensity { times } }
         channels { totalCount } channelStructureIntervals { area first end }
         binnedActivity(start: 300, stop: 301, areas: []) { runningSpeed }
       } }`,
      { id },
    )
    const { probes, channels, channelStructureIntervals, binnedActivity, ...behaviour } = session
    expect(Object.values(behaviour)).toEqual([null, null, null, null, null, null])
    expect(probes.flatMap((probe) => Object.values(probe)).every((value) => value === null)).toBe(
      true,
    )
    expect(binnedActivity).toEqual([{ runningSpeed: null }])
    expect(channelStructureIntervals.at(-1)?.end).toBe(channels.totalCount)
  },
)

interface Trials {
  readonly session: {
    readonly stimulusNames: readonly string[]
    readonly stimulusPresentations: {
      readonly totalCount: number
      readonly nodes: readonly {
        readonly presentationId: string
        readonly stimulusName: string
        readonly startTime: number
        readonly block: number | null
        readonly parameters: readonly { readonly name: string; readonly value: unknown }[]
        readonly condition: { readonly conditionId: string; readonly presentationCount: number }
      }[]
    }
    readonly stimulusConditions: readonly {
      readonly conditionId: string
      readonly presentationCount: number
      readonly parameters: readonly { readonly name: string; readonly value: unknown }[]
    }[]
  }
}

const sendTrialsQuery = (id: string) =>
  served.data<Trials>(
    `query ($id: ID!) { session(id: $id) {
       stimulusNames
       stimulusPresentations(first: 1) { totalCount nodes {
         presentationId stimulusName startTime block parameters { name value } condition { conditionId presentationCount }
       } }
       stimulusConditions { conditionId presentationCount parameters { name value } }
     } }`,
    { id },
  )

test('trials are presentations, and their kinds are conditions', async () => {
  const { session } = await sendTrialsQuery('anm369963_2017-02-28_2')
  expect(session.stimulusNames).toEqual(['trials'])
  expect(session.stimulusPresentations.totalCount).toBe(178)
  const kind = [
    { name: 'is_good', value: 1 },
    { name: 'response', value: 'early lick' },
    { name: 'stim_present', value: 0 },
    { name: 'type', value: 'lick right' },
  ]
  expect(session.stimulusPresentations.nodes).toMatchObject([
    {
      presentationId: '0',
      stimulusName: 'trials',
      startTime: 302.371,
      block: null,
      parameters: [
        { name: 'cue_start_time', value: 10.1796 },
        kind[0],
        { name: 'pole_in_time', value: 4.03782 },
        { name: 'pole_out_time', value: 7.09064 },
        ...kind.slice(1),
      ],
      condition: { conditionId: '0', presentationCount: 5 },
    },
  ])
  expect(session.stimulusConditions).toHaveLength(12)
  expect(session.stimulusConditions[0]).toEqual({
    conditionId: '0',
    presentationCount: 5,
    parameters: kind,
  })
})

test('tables of a human task are presentations, named by their table', async () => {
  const { session } = await sendTrialsQuery('TWH103_CBID4')
  expect(session.stimulusNames).toEqual([
    'encoding_table',
    'recognition_table',
    'timediscrimination_table',
  ])
  expect(session.stimulusPresentations.totalCount).toBe(90 + 180 + 180)
  expect(session.stimulusPresentations.nodes[0]?.parameters).toContainEqual({
    name: 'Clip_name',
    value: 'NB_24.mp4',
  })
  expect(
    session.stimulusConditions.slice(0, 3).map((condition) => condition.presentationCount),
  ).toEqual([30, 30, 30])
})

test.each([
  ['TWH103_CBID4', '/acquisition/events', 1717, 2],
  ['anm369963_2017-02-28_2', '/acquisition/lick_times/lick_left_times', 782, 2],
] as const)(
  'series that %s holds are found by their paths: %s',
  async (id, path, sampleCount, count) => {
    const { session } = await served.data<{
      session: {
        timeSeries: {
          path: string
          sampleCount: number
          samples: { shape: number[]; times: number[]; values: number[][] }
        }[]
      }
    }>(
      `query ($id: ID!) { session(id: $id) { timeSeries {
       path type unit sampleCount channelCount samples(maxPoints: 100) { shape times values }
     } } }`,
      { id },
    )
    expect(session.timeSeries).toHaveLength(count)
    const series = session.timeSeries.find((candidate) => candidate.path === path)
    expect(series).toMatchObject({ type: 'TimeSeries', sampleCount, channelCount: 1 })
    expect(series?.samples.times).toHaveLength(series?.samples.shape[0] as number)
    expect(series?.samples.shape[0]).toBeLessThanOrEqual(100)
  },
)

test('a file of NWB 1 is refused politely', async () => {
  const { refusedFiles } = await served.data<{ refusedFiles: unknown[] }>(
    '{ refusedFiles { fileName code message } }',
  )
  expect(refusedFiles).toEqual([
    {
      fileName: 'matnwb_testdata_20080606_R1.nwb',
      code: 'NWB_VERSION_UNSUPPORTED',
      message:
        'matnwb_testdata_20080606_R1.nwb is not in NWB 2 format. Convert it to NWB 2.x with pynwb or MatNWB. (it is NWB 1.0.6)',
    },
  ])
})
