import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileContents } from '../../src/nwb/request-handlers.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import type { BatchName, BatchRequest } from '../../src/sessions/session-requests.ts'
import { type TestRecording, temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { writeStoredSeries } from '../support/recordings/write-stored-series.ts'
import { writeWaveforms } from '../support/recordings/write-waveforms.ts'

const folder = temporaryFolder()

async function open(recording: TestRecording): Promise<SessionFile> {
  return SessionFile.open(await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), recording))
}

test.each<keyof FileContents>([
  'tables',
  'presentations',
  'stimulusConditions',
  'intervalTables',
  'spikeSpan',
  'spikeLayout',
])(
  'a file that does not say that it is NWB is refused, whatever is asked first: %s',
  async (name) => {
    const file = await open({ nwbVersion: null })
    expect(() => file.load(name)).toThrow(expect.objectContaining({ code: 'NOT_NWB' }))
    file.close()
  },
)

describe('requests for the objects of a file', () => {
  const block = { start: [0], shape: [1], textLength: 10 }

  /** Two equal requests, given up before the first of them or the second. */
  async function readsUntil<Name extends BatchName>(name: Name, request: BatchRequest<Name>) {
    const file = await open({})
    const cancelledAfter = (reads: number) => {
      let looks = 0
      return () => file.read(name, [request, request], () => looks++ >= reads)
    }
    const cancelled = 'The request was cancelled'
    expect(cancelledAfter(0)).toThrow(cancelled)
    expect(cancelledAfter(1)).toThrow(cancelled)
    expect(cancelledAfter(2)()).toHaveLength(2)
    file.close()
  }

  test('are read until they are cancelled', async () => {
    await readsUntil('fileObjects', { path: '/units' })
    await readsUntil('fileMembers', { path: '/units', count: 5, after: null })
    await readsUntil('fileAttributes', { path: '/units', count: 5 })
    await readsUntil('fileStorage', { path: '/units/id' })
    await readsUntil('fileValues', { path: '/units/id', ...block })
  })
})

describe('the bytes that a request takes', () => {
  const units = [{ id: 1, spikes: [1] }]
  const waveform = [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
  ]
  const series = { name: 'stored', probeId: null, path: '/acquisition/raw' } as const

  test('are those of the waveforms or samples that are wanted, and of no others', async () => {
    const file = await open({
      units,
      edit(file, table) {
        writeWaveforms(table, [{ amplitudes: [1], waveform }])
        const timestamps = [0, 1, 2, 3, 4]
        writeStoredSeries(file, series.path, { data: [1, 2, 3, 4, 5], timestamps })
      },
    })
    const resampling = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 } as const
    const samples = { series, column: 'values', channels: null, resampling, masked: [] }
    const windows = { series, channels: [0], spans: [{ startTime: 1, stopTime: 3 }], masked: [] }
    const edges = Float64Array.of(0, 1)
    const startTimes = Float64Array.of(1, 2)
    expect(
      file.read('estimateSamples', [
        { name: 'meanWaveforms', request: { unitRow: 0, rows: Uint32Array.of(0, 2) } },
        {
          name: 'samples',
          request: { ...samples, reduction: 'mean', runs: [{ from: 1, count: 4 }] },
        },
        { name: 'sampleSpectra', request: { ...windows, segment: 1 } },
        { name: 'alignedSamples', request: { ...windows, startTimes, edges } },
      ]),
    ).toEqual([2 * 4 * 8, 4 * 8, 3 * 8, 3 * 8])
    file.close()
  })

  test('are those of the spikes of their units, and as much again for their amplitudes', async () => {
    const file = await open({
      units: [
        { id: 1, spikes: [1, 2, 3] },
        { id: 2, spikes: [1, 2] },
      ],
    })
    const span = { startTime: 0, stopTime: 9 }
    expect(
      file.read('estimateSpikes', [
        { name: 'spikeTimes', requests: [{ unitRow: 1, span }] },
        { name: 'spikeTimes', requests: [0, 1].map((unitRow) => ({ unitRow, span })) },
        { name: 'spikeAmplitudes', requests: [{ unitRow: 0, span }] },
        { name: 'spikeTimes', requests: [] },
      ]),
    ).toEqual([2 * 8, 5 * 8, 2 * 3 * 8, 0])
    file.close()
  })

  test('are looked for until the request is cancelled where times are out of order', async () => {
    const file = await open({
      edit(file) {
        writeStoredSeries(file, series.path, { data: [1, 2, 3], timestamps: [2, 1, 3] })
      },
    })
    const spans = [{ startTime: 1, stopTime: 2 }]
    const request = { series, channels: [0], spans, masked: [], segment: 1 }
    expect(() =>
      file.read('estimateSamples', [{ name: 'sampleSpectra', request }], () => true),
    ).toThrow('The request was cancelled')
    file.close()
  })
})
