import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/bins.ts'
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

    test('tells from when to when it recorded', async () => {
      expect(await reader.recordedSpan()).toEqual({ startTime: 0, stopTime: 3 })
    })
  })
}
