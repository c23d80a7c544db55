import { join } from 'node:path'
import { planSampleRecording, type SampleSession } from './sample-recordings.ts'
import { writeRecording } from './session-file.ts'

/** Three sessions of invented mice; the ids are none of the public recordings'. */
export const sampleSessions: readonly SampleSession[] = [
  {
    id: 810_000_001,
    sessionType: 'brain_observatory_1.1',
    startTime: '2019-01-14T10:21:35-08:00',
    subject: {
      specimenName: 'Sample-810001',
      subjectId: '810000011',
      sex: 'M',
      genotype: 'Sst-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt',
      ageInDays: 118,
    },
    visualAreas: ['VISam', 'VISpm', 'VISp', 'VISl', 'VISal', 'VISrl'],
    areaWithoutPassingUnit: null,
    hasEyeTracking: true,
    hasOptotagging: true,
    missingMetric: null,
  },
  {
    id: 820_000_001,
    sessionType: 'brain_observatory_1.1',
    startTime: '2019-02-06T13:40:02-08:00',
    subject: {
      specimenName: 'Sample-820001',
      subjectId: '820000011',
      sex: 'F',
      genotype: 'wt/wt',
      ageInDays: 124,
    },
    visualAreas: ['VISam', 'VISpm', 'VISp', 'VISl', 'VISal', 'VISrl'],
    areaWithoutPassingUnit: null,
    hasEyeTracking: false,
    hasOptotagging: false,
    missingMetric: null,
  },
  {
    id: 830_000_001,
    sessionType: 'functional_connectivity',
    startTime: '2019-03-21T09:05:47-07:00',
    subject: {
      specimenName: 'Sample-830001',
      subjectId: '830000011',
      sex: 'M',
      genotype: 'Vip-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt',
      ageInDays: 131,
    },
    // Instead of VISrl the sixth probe crosses an area where no unit passes the filters.
    visualAreas: ['VISam', 'VISpm', 'VISp', 'VISl', 'VISal', 'VISmma'],
    areaWithoutPassingUnit: 'VISmma',
    hasEyeTracking: true,
    hasOptotagging: false,
    missingMetric: 'nn_miss_rate',
  },
]

export interface WriteOptions {
  /** called after each step, with what was written last */
  readonly onProgress?: (done: number, total: number, label: string) => void
}

/**
 * Write three sample sessions, together below 60 MB: the same bytes in every run.
 *
 * @param folder gets `session_<id>/session_<id>.nwb`, as in a cache of the
 *   AllenSDK; files there are replaced
 * @returns the paths, in the order of `sampleSessions`
 */
export async function writeSampleSessions(
  folder: string,
  options: WriteOptions = {},
): Promise<string[]> {
  const files: string[] = []
  for (const session of sampleSessions) {
    const name = `session_${session.id}`
    const file = join(folder, name, `${name}.nwb`)
    await writeRecording(planSampleRecording(session), file)
    files.push(file)
    options.onProgress?.(files.length, sampleSessions.length, name)
  }
  return files
}
