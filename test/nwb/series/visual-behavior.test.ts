import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SeriesId } from '../../../src/domain/series/series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const times = [1, 2, 3]

/** Running speed and ellipses as the files of Visual Behavior keep them. */
async function open() {
  const path = await writeNwb(join(folder, 'visual-behavior.nwb'), {
    edit(file) {
      const numbers = (path: string, name: string, data: number[], shape = [data.length]) =>
        groupAt(file, path).create_dataset({ name, data, shape, dtype: '<d' })
      numbers('processing/running/speed', 'data', [10, 20, 30])
      numbers('processing/running/speed', 'timestamps', times)
      for (const series of ['eye_tracking', 'pupil_tracking', 'corneal_reflection_tracking']) {
        const ellipse = `acquisition/EyeTracking/${series}`
        numbers(ellipse, 'data', [1, 2, 3, 4, 5, 6], [3, 2])
        numbers(ellipse, 'width', [2, 3, 4])
        numbers(ellipse, 'height', [1, 1, 1])
        numbers(ellipse, 'angle', [0, 0.5, 1])
        numbers(ellipse, 'timestamps', times)
      }
    },
  })
  return SessionFile.open(path)
}

function read(file: SessionFile, series: SeriesId, column: string) {
  const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }
  const [window] = file.read('locateSamples', [{ series, span: everything }])
  if (!window) return null
  const resampling = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 } as const
  const request = { series, column, channels: null, runs: window.runs, resampling } as const
  const [samples] = file.read('samples', [{ ...request, reduction: 'mean', masked: [] }])
  return [...samples]
}

test('running speed of Visual Behavior has times and velocities, and no ends', async () => {
  const file = await open()
  const running = { name: 'runningSpeed', probeId: null } as const
  expect(read(file, running, 'time')).toEqual(times)
  expect(read(file, running, 'velocity')).toEqual([10, 20, 30])
  file.close()
})

test('an EllipseSeries is a centre, full axes and an angle', async () => {
  const file = await open()
  const eye = { name: 'eyeTracking', probeId: null } as const
  expect(read(file, eye, 'time')).toEqual(times)
  expect(read(file, eye, 'pupilCenterX')).toEqual([1, 3, 5])
  expect(read(file, eye, 'pupilCenterY')).toEqual([2, 4, 6])
  expect(read(file, eye, 'pupilWidth')).toEqual([4, 6, 8])
  expect(read(file, eye, 'cornealReflectionHeight')).toEqual([2, 2, 2])
  expect(read(file, eye, 'eyePhi')).toEqual([0, 0.5, 1])
  file.close()
})
