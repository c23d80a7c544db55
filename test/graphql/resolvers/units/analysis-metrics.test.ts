import { expect, test } from 'vitest'
import { MemoryReader, memoryCatalog } from '../../../support/memory/memory-session.ts'
import { execute } from '../../execute.ts'

const scene = (frame: number, startTime: number) => ({
  stimulusName: 'natural_scenes',
  startTime,
  stopTime: startTime + 1,
  parameters: { frame },
})

type Column = Float64Array | readonly (string | null)[]

/** Answers of the units 7 to 10, of which all but the last are in the published table. */
async function metricsOf(columns: Readonly<Record<string, Column>>, fields: string) {
  const reader = new MemoryReader({
    units: [7, 8, 9, 10].map((id) => ({ id, area: 'VISp', spikes: [id] })),
    presentations: [scene(42, 1), scene(17, 2), scene(42, 3)],
  })
  const catalog = await memoryCatalog(reader)
  const published = {
    analysisMetrics: async () => ({
      count: 3,
      names: Object.keys(columns),
      columns: new Map(Object.entries(columns)),
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
    `{ session(id: "1") { units { nodes { analysisMetrics { ${fields} } } } } }`,
  )
  if (errors.length > 0) return errors[0].message
  return data.session.units.nodes.map(
    ({ analysisMetrics }: { analysisMetrics: object }) => analysisMetrics,
  )
}

test('a published preferred scene is a condition, and that has the number of the image', async () => {
  // Of unit 8 it is missing, the session has no condition 99, and unit 10 is not in the table.
  const preferred = { pref_image_ns: Float64Array.of(1, Number.NaN, 99) }
  expect(await metricsOf(preferred, 'prefImageNs prefFrameNs')).toEqual([
    { prefImageNs: 1, prefFrameNs: 17 },
    { prefImageNs: null, prefFrameNs: null },
    { prefImageNs: 99, prefFrameNs: null },
    null,
  ])
  // The first condition, one after the last, and one before the first.
  const atEnds = { pref_image_ns: Float64Array.of(0, 2, -1) }
  expect(await metricsOf(atEnds, 'prefFrameNs')).toEqual([
    { prefFrameNs: 42 },
    { prefFrameNs: null },
    { prefFrameNs: null },
    null,
  ])
})

test('a receptive field is on the screen, or it is not, or it is not known', async () => {
  const onScreen = { on_screen_rf: Float64Array.of(1, 0, 2) }
  expect(await metricsOf(onScreen, 'onScreenRf')).toEqual([
    { onScreenRf: true },
    { onScreenRf: false },
    { onScreenRf: null },
    null,
  ])
})

test('all metrics have a number or a text', async () => {
  const columns = { snr: Float64Array.of(2.5, Number.NaN, 1), note: ['a', null, ''] }
  const [first, second, third] = await metricsOf(columns, 'all { name value text }')
  expect(first.all).toEqual([
    { name: 'snr', value: 2.5, text: null },
    { name: 'note', value: null, text: 'a' },
  ])
  expect(second.all).toEqual([
    { name: 'snr', value: null, text: null },
    { name: 'note', value: null, text: null },
  ])
  expect(third.all[1]).toEqual({ name: 'note', value: null, text: '' })
  expect((await metricsOf(columns, 'all(names: ["note"]) { name }'))[0].all).toEqual([
    { name: 'note' },
  ])
  expect(await metricsOf(columns, 'all(names: ["note", "size"]) { name }')).toBe(
    'There is no analysis metric "size". Available: snr, note.',
  )
})
