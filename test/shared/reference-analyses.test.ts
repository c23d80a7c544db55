import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'
import { wholeGoldenFolder } from '../support/shared.ts'

interface Reference {
  readonly signal_correlation: readonly (readonly (number | null)[])[]
  readonly noise_correlation: readonly (readonly (number | null)[])[]
  readonly isi: readonly {
    readonly n?: number
    readonly cv: number | null
    readonly cv2: number | null
    readonly lv: number | null
    readonly violations: number
    readonly hist?: readonly number[]
  }[]
  readonly ccg_1ms_pm25: { readonly pair: readonly number[]; readonly counts: readonly number[] }
  readonly acg_1ms_pm25: { readonly unit: number; readonly counts: readonly number[] }
  readonly smoothed: { readonly unit: number; readonly rate: readonly number[] }
  readonly sliding: { readonly unit: number; readonly counts: readonly number[] }
}

const references = JSON.parse(readFileSync(`${wholeGoldenFolder}/analyses.json`, 'utf8'))
const reference: Reference = references['810000001']
const served = new SharedFolder(sampleSessionFolder)

/** The answer to a query of the sample session. */
async function sendQuery(fields: string) {
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
  const { session } = await served.data<{ session: any }>(
    `{ session(id: "810000001") { ${fields} } }`,
  )
  return session
}

/** Sums in another order differ in the last digits. */
const near = (values: readonly (number | null)[]) =>
  values.map((value) =>
    value === null ? null : expect.closeTo(value, 12 - Math.ceil(Math.log10(Math.abs(value) + 1))),
  )

test('interspike intervals of V1 are those of plain numpy', async () => {
  const { spikeTrainStatistics } = await sendQuery(`spikeTrainStatistics(units: { areas: ["V1"] }) {
    spikeCounts cv cv2 localVariation isiViolations { counts }
    isiHistogram(bins: { equal: { from: 0, to: 0.02, count: 20 } }) { counts }
  }`)
  const of = (name: 'cv' | 'cv2' | 'lv') => near(reference.isi.map((unit) => unit[name]))
  expect(spikeTrainStatistics.spikeCounts).toEqual(reference.isi.map(({ n }) => n ?? 0))
  expect(spikeTrainStatistics.cv).toEqual(of('cv'))
  expect(spikeTrainStatistics.cv2).toEqual(of('cv2'))
  expect(spikeTrainStatistics.localVariation).toEqual(of('lv'))
  expect(spikeTrainStatistics.isiViolations.counts).toEqual(
    reference.isi.map(({ violations }) => violations),
  )
  reference.isi.forEach(({ hist }, unit) => {
    if (hist) expect(spikeTrainStatistics.isiHistogram.counts[unit]).toEqual(hist)
  })
})

test('correlograms are those of plain numpy', async () => {
  const [first, second] = reference.ccg_1ms_pm25.pair
  const { cross, auto } = await sendQuery(`
    cross: correlograms(units: { ids: ["${first}"] }, targets: { ids: ["${second}"] }, lagCount: 25) { counts }
    auto: correlograms(units: { ids: ["${first}"] }, lagCount: 25, selfPairs: true) { counts }`)
  expect(cross.counts).toEqual([reference.ccg_1ms_pm25.counts])
  expect(auto.counts).toEqual([reference.acg_1ms_pm25.counts])
})

test('correlations of V1 are those of plain numpy', async () => {
  const { presentationActivity } = await sendQuery(`presentationActivity(
    presentations: { stimulusNames: ["drifting_gratings"] } units: { areas: ["V1"] }
  ) {
    signal: correlations(kind: SIGNAL, unit: HZ) { values }
    noise: correlations(kind: NOISE, unit: HZ) { values }
  }`)
  expect(presentationActivity.signal.values).toEqual(reference.signal_correlation.map(near))
  expect(presentationActivity.noise.values).toEqual(reference.noise_correlation.map(near))
})

test('smoothed rates and sliding counts are those of plain numpy', async () => {
  const { unit, rate } = reference.smoothed
  const window = `start: 100, areas: [], units: { ids: ["${unit}"] }`
  const { smoothed, windows } = await sendQuery(`
    smoothed: binnedActivity(${window}, stop: 100.5, binSize: 0.01) {
      rates(kernel: { gaussian: 0.025 }) { values }
    }
    windows: binnedActivity(${window}, stop: 100.575, binSize: 0.1) {
      sliding(stride: 0.025) { counts }
    }`)
  expect(smoothed[0].rates.values).toEqual(near(rate).map((value) => [value]))
  expect(windows[0].sliding.counts).toEqual(reference.sliding.counts.map((count) => [count]))
})
