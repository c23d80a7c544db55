import { expect, test } from 'vitest'
import { MemoryReader, memoryCatalog } from '../../../support/memory/memory-session.ts'
import { execute } from '../../execute.ts'

const scene = (frame: number, startTime: number) => ({
  stimulusName: 'natural_scenes',
  startTime,
  stopTime: startTime + 1,
  parameters: { frame },
})

test('a published preferred scene is a condition, and that has the number of the image', async () => {
  const reader = new MemoryReader({
    units: [7, 8, 9, 10].map((id) => ({ id, area: 'VISp', spikes: [id] })),
    presentations: [scene(42, 1), scene(17, 2), scene(42, 3)],
  })
  const catalog = await memoryCatalog(reader)
  // Of unit 8 it is missing, the session has no condition 99, and unit 10 is not in the table.
  const preferred = Float64Array.of(1, Number.NaN, 99)
  const published = {
    analysisMetrics: async () => ({
      count: 3,
      names: ['pref_image_ns'],
      columns: new Map([['pref_image_ns', preferred]]),
      rowOf: (id: number | bigint) => [7, 8, 9].indexOf(Number(id)),
    }),
  }
  const withTable = {
    ...catalog,
    session: async (id: string) => ({
      ...(await catalog.session(id)),
      published: published as never,
    }),
  }
  const { data, errors } = await execute(
    withTable,
    '{ session(id: "1") { units { nodes { analysisMetrics { prefImageNs prefFrameNs } } } } }',
  )
  expect(errors).toEqual([])
  expect(
    data.session.units.nodes.map(
      ({ analysisMetrics }: { analysisMetrics: object }) => analysisMetrics,
    ),
  ).toEqual([
    { prefImageNs: 1, prefFrameNs: 17 },
    { prefImageNs: null, prefFrameNs: null },
    { prefImageNs: 99, prefFrameNs: null },
    null,
  ])
})
