import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goldenFolder, goldenSessionFile } from '../../support/golden/golden-folder.ts'
import { runScript } from '../../support/python/python.ts'
import { sampleFolder } from '../../support/recordings/sample.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const judge = fileURLToPath(new URL('../../support/python/judge-trains.py', import.meta.url))

const query = `query ($id: ID!, $units: UnitFilter!, $stimulus: String!, $start: Float!, $stop: Float!) {
  session(id: $id) {
    recordedSpan { startTime stopTime }
    spikeTrainStatistics(units: $units) {
      unitIds spikeCounts rates isiMean isiMedian cv cv2 localVariation revisedLocalVariation
      isiViolations { counts }
      isiHistogram(bins: { equal: { from: 0, to: 0.1, count: 100 } }) { counts }
      fanoFactor(binSize: 1)
      presenceRatio
      allen: presenceRatio(rule: ALLENSDK)
    }
    correlograms(units: $units, lagCount: 25) {
      referenceIds targetIds counts
      hz: values(unit: HZ) normalized: values(unit: NORMALIZED)
      spikeTimeTiling
    }
    coefficients: correlograms(units: $units, lagCount: 5, binSize: 0.01) {
      values(unit: COEFFICIENT)
    }
    presentationActivity(presentations: { stimulusNames: [$stimulus] }, units: $units) {
      presentationIds startTimes stopTimes
      groups {
        stimulusName presentationIds
        condition { parameters { name } }
      }
      signal: correlations(kind: SIGNAL, unit: HZ) { values }
      noise: correlations(kind: NOISE, unit: HZ) { values }
    }
    binnedActivity(start: $start, stop: $stop, areas: [], units: $units, binSize: 0.01) {
      start stop binSize binCount
      correlations { values }
      gaussian: rates(kernel: { gaussian: 0.025 }) { values }
      exponential: rates(kernel: { exponential: 0.05 }) { values }
      boxcar: rates(kernel: { boxcar: 0.05 }) { values }
      sliding(stride: 0.0025) { binCount counts }
    }
    alignedActivity(
      presentations: { stimulusNames: [$stimulus] } units: $units after: 0.25 binSize: 0.001
    ) {
      startTimes edges
      jitterCorrectedCorrelograms(lagCount: 30) { values }
    }
  }
}`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-trains-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sample = new SharedFolder(sampleFolder)
const golden = new SharedFolder(`${goldenFolder}/cache`)
const sampleFile = (id: string) => join(sampleFolder, `session_${id}`, `session_${id}.nwb`)

const sessions = [
  { id: '810000001', from: sample, start: 795, file: sampleFile, stimulus: 'drifting_gratings' },
  { id: '820000001', from: sample, start: 795, file: sampleFile, stimulus: 'drifting_gratings' },
  {
    id: '830000001',
    from: sample,
    start: 795,
    file: sampleFile,
    stimulus: 'drifting_gratings_75_repeats',
  },
  {
    id: '715093703',
    from: golden,
    start: 90,
    file: goldenSessionFile,
    stimulus: 'drifting_gratings',
  },
  { id: '766640955', from: golden, start: 90, file: goldenSessionFile, stimulus: 'gabors' },
]

describe('analyses of spike trains', () => {
  test.each(sessions)("of session $id are numpy's", async ({ id, from, file, stimulus, start }) => {
    const { session } = await from.data<{ session: { recordedSpan: { stopTime: number } } }>(
      query,
      { id, units: { areas: ['VISl'] }, stimulus, start, stop: start + 5 },
    )
    const response = join(folder, `${id}.json`)
    await writeFile(response, JSON.stringify(session))
    const compared = runScript(judge, file(id), response).trim().split(' ')
    expect(compared).toHaveLength(26)
  })
})
