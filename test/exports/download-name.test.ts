import { expect, test } from 'vitest'
import {
  datasetDownloadName,
  downloadName,
  matrixDownloadName,
} from '../../src/exports/download-name.ts'

const matrix = { sessionId: '715', area: 'VISp', start: 9, stop: 13.5, binSize: 0.1, epoch: null }
const epoch = { index: 2, stimulusName: 'gabors', block: 0, startTime: 10, stopTime: 20 }

test('a matrix is named by its session, area, window and bins', () => {
  expect(matrixDownloadName(matrix)).toBe('session_715_VISp_9-13.5s_100ms')
  expect(matrixDownloadName({ ...matrix, area: null, epoch })).toBe(
    'session_715_all_epoch_2_gabors_100ms',
  )
})

test('a width of bins has at most six digits', () => {
  expect(datasetDownloadName('715', { before: 0, after: 1, binSize: 1 / 3 })).toBe(
    'session_715_333.333ms',
  )
})

test('other files are named by what they hold', () => {
  expect(downloadName('715', 'aligned-activity-grid')).toBe('session_715_aligned_activity_grid')
})

test('characters that a file name may not have become _, and a long name is cut', () => {
  expect(downloadName('sub/1 é:ä', 'lfp')).toBe('session_sub_1_____lfp')
  expect(downloadName('7'.repeat(200), 'lfp')).toBe(`session_${'7'.repeat(142)}`)
})
