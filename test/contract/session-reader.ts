import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/bins.ts'
import type { SamplesRequest } from '../../src/domain/series.ts'
import type { SessionReader } from '../../src/nwb/session-reader.ts'

/** What every reader under test holds: spikes of three units, and the epochs. */
export const contractUnits = [
  { id: 11, area: 'VISl', spikes: [0.1, 0.2, 1.1] },
  { id: 12, area: 'VISp', spikes: [] },
  { id: 13, area: 'VISp', spikes: [0.05, 1.0, 1.9, 2.0] },
] as const

export const contractEpochs = [
  { stimulusName: 'gabors', block: 0, startTime: 0, stopTime: 1 },
  { stimulusName: 'spontaneous', block: null, startTime: 1, stopTime: 3 },
] as const

/** Running speed without ends, and a local field potential of three channels. */
export const contractSeries = [
  { name: 'runningSpeed', times: [0, 1, 2, 3, 4], columns: { velocity: [1, 2, 3, 4, 9] } },
  {
    name: 'lfp',
    probeId: '7',
    times: [0, 0.5, 1, 1.5, 2],
    columns: { values: [0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24] },
    channelIds: [850, 851, 852],
  },
] as const

const running = { name: 'runningSpeed', probeId: null } as const
const lfp = { name: 'lfp', probeId: '7' } as const

/** All samples of the running speed, as they are. */
const velocity: SamplesRequest = {
  series: running,
  column: 'velocity',
  channels: null,
  from: 0,
  count: 5,
  resampling: { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 },
  reduction: 'mean',
  masked: [],
}

const bins = cutIntoBins({ startTime: 0, stopTime: 2 }, 1)
const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

/** The one suite that every SessionReader passes: over memory, over a file, over whatever comes. */
export function sessionReaderContract(
  name: string,
  open: () => Promise<{ reader: SessionReader; close: () => Promise<void> | void }>,
): void {
  describe(`${name} is a SessionReader`, () => {
    let reader: SessionReader
    let close: () => Promise<void> | void

    beforeAll(async () => {
      ;({ reader, close } = await open())
    })
    afterAll(() => close())

    test('tells the units, in order of the file', async () => {
      const { units } = await reader.tables()
      expect([...units.ids]).toEqual([11, 12, 13])
      expect(units.areas).toEqual(['VISl', 'VISp', 'VISp'])
      expect([...units.spikeCounts]).toEqual([3, 0, 4])
    })

    test('tells the epochs, in order of time', async () => {
      expect((await reader.tables()).epochs).toEqual([
        { index: 0, ...contractEpochs[0] },
        { index: 1, ...contractEpochs[1] },
      ])
    })

    test('counts each matrix with its columns in the order asked', async () => {
      const matrices = await reader.countSpikes([
        { bins, unitRows: Uint32Array.of(2, 1, 0) },
        { bins, unitRows: Uint32Array.of(0) },
      ])
      expect(matrices).toEqual([
        { binCount: 2, unitCount: 3, counts: Uint8Array.of(1, 0, 2, 3, 0, 1) },
        { binCount: 2, unitCount: 1, counts: Uint8Array.of(2, 1) },
      ])
    })

    test('counts the same unit in two columns twice', async () => {
      const [matrix] = await reader.countSpikes([{ bins, unitRows: Uint32Array.of(0, 0) }])
      expect(matrix?.counts).toEqual(Uint8Array.of(2, 2, 1, 1))
    })

    test('gives a matrix of shape [bins, 0] for no units', async () => {
      const [matrix] = await reader.countSpikes([{ bins, unitRows: new Uint32Array(0) }])
      expect(matrix).toEqual({ binCount: 2, unitCount: 0, counts: new Uint8Array(0) })
    })

    test('answers no question with no answer', async () => {
      expect(await reader.countSpikes([])).toEqual([])
      expect(await reader.spikeTimes([])).toEqual([])
      expect(await reader.locateSamples([])).toEqual([])
      expect(await reader.samples([])).toEqual([])
    })

    test('gives spike times with both ends of the span included, in the order asked', async () => {
      expect(
        await reader.spikeTimes([
          { unitRow: 2, span: { startTime: 1, stopTime: 1.9 } },
          { unitRow: 0, span: everything },
          { unitRow: 1, span: everything },
          { unitRow: 2, span: { startTime: 5, stopTime: 6 } },
        ]),
      ).toEqual([
        Float64Array.of(1, 1.9),
        Float64Array.of(0.1, 0.2, 1.1),
        new Float64Array(0),
        new Float64Array(0),
      ])
    })

    test('locates the samples in a span, both ends included', async () => {
      const [inner, all, none] = await reader.locateSamples([
        { series: running, span: { startTime: 1, stopTime: 3 } },
        { series: running, span: everything },
        { series: running, span: { startTime: 3.5, stopTime: 3.9 } },
      ])
      expect(inner).toMatchObject({ from: 1, count: 3, columns: ['velocity'], channelCount: 1 })
      expect(all).toMatchObject({ from: 0, count: 5 })
      expect(none).toMatchObject({ from: 4, count: 0 })
    })

    test('locates a series of a probe, with the ids of its channels', async () => {
      const [located] = await reader.locateSamples([
        { series: lfp, span: { startTime: 0.5, stopTime: 1.4 } },
      ])
      expect(located).toMatchObject({ from: 1, count: 2, columns: ['values'], channelCount: 3 })
      expect(located?.labels.channelIds).toEqual(Float64Array.of(850, 851, 852))
    })

    test('has no series that was not recorded', async () => {
      expect(
        await reader.locateSamples([
          { series: { name: 'eyeTracking', probeId: null }, span: everything },
          { series: { name: 'lfp', probeId: '8' }, span: everything },
          { series: { name: 'lfp', probeId: '../7' }, span: everything },
          { series: { name: 'currentSourceDensity', probeId: '7' }, span: everything },
        ]),
      ).toEqual([null, null, null, null])
    })

    test('gives samples as they are, or brought to points, in the order asked', async () => {
      const inPairs = { method: 'mean', samplesPerGroup: 2, pointsPerGroup: 1 } as const
      expect(
        await reader.samples([
          velocity,
          { ...velocity, column: 'time', from: 1, count: 2 },
          { ...velocity, resampling: inPairs },
          { ...velocity, from: 2, count: 0 },
        ]),
      ).toEqual([
        Float64Array.of(1, 2, 3, 4, 9),
        Float64Array.of(1, 2),
        Float64Array.of(1.5, 3.5, 9),
        new Float64Array(0),
      ])
    })

    test('gives some channels of a matrix, row by row, with masked times as missing', async () => {
      await reader.locateSamples([{ series: lfp, span: everything }])
      const values = { ...velocity, series: lfp, column: 'values' }
      const masked = [{ startTime: 0.5, stopTime: 1 }]
      expect(
        await reader.samples([
          { ...values, from: 3, count: 2 },
          { ...values, channels: [0, 2] },
          { ...values, channels: [1], masked },
        ]),
      ).toEqual([
        Float64Array.of(3, 13, 23, 4, 14, 24),
        Float64Array.of(0, 20, 1, 21, 2, 22, 3, 23, 4, 24),
        Float64Array.of(10, Number.NaN, Number.NaN, 13, 14),
      ])
    })

    test('tells from when to when it recorded', async () => {
      expect(await reader.recordedSpan()).toEqual({ startTime: 0, stopTime: 3 })
    })
  })
}
