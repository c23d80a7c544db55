import { expect, test } from 'vitest'
import { realRecordingsFolder } from '../support/golden.ts'
import { ServedFolder } from '../support/served-folder.ts'

const served = new ServedFolder(() => [realRecordingsFolder])

interface Answer {
  readonly session: {
    readonly units: {
      readonly totalCount: number
      readonly nodes: readonly { id: string; area: string; spikeCount: number }[]
    }
    readonly areas: readonly { acronym: string; unitCount: number }[]
    readonly recordedSpan: { startTime: number; stopTime: number }
    readonly binnedActivity: readonly { shape: number[]; spikeCount: number; coverage: number }[]
  }
}

const ask = (id: string, start: number, stop: number) =>
  served.data<Answer>(
    `query ($id: ID!, $start: Float!, $stop: Float!) {
       session(id: $id) {
         units { totalCount nodes { id area spikeCount } }
         areas { acronym unitCount }
         recordedSpan { startTime stopTime }
         binnedActivity(start: $start, stop: $stop, binSize: 0.5, areas: []) { shape spikeCount coverage }
       }
     }`,
    { id, start, stop },
  )

test('a human recording with an index of uint32 and no quality metrics', async () => {
  const { session } = await ask('TWH103_CBID4', 0, 100_000)
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
  const { session } = await ask('anm369963_2017-02-28_2', 300, 400)
  expect(session.units.nodes.map(({ id, spikeCount }) => [id, spikeCount])).toEqual([
    ['1001', 1679],
  ])
  expect(session.areas).toHaveLength(1)
  expect(session.binnedActivity[0]?.shape).toEqual([200, 1])
})

test('a file of NWB 1 is refused politely', async () => {
  const { refusedFiles } = await served.data<{ refusedFiles: unknown[] }>(
    '{ refusedFiles { fileName code message } }',
  )
  expect(refusedFiles).toEqual([
    {
      fileName: 'matnwb_testdata_20080606_R1.nwb',
      code: 'NWB_VERSION_UNSUPPORTED',
      message:
        'matnwb_testdata_20080606_R1.nwb is not of NWB 2. Convert it to NWB 2.x with pynwb or MatNWB. (it is NWB 1.0.6)',
    },
  ])
})
