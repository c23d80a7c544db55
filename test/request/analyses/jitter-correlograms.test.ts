import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/domain/time/observation.ts'
import type { TimeSpan } from '../../../src/domain/time/time-span.ts'
import type { AlignedActivity } from '../../../src/request/activity/aligned-activity.ts'
import {
  type JitterArguments,
  jitterCorrelograms,
  readJitterCorrelograms,
} from '../../../src/request/analyses/jitter-correlograms.ts'
import { Budget } from '../../../src/request/budget.ts'
import type { RequestContext } from '../../../src/request/request-context.ts'

interface Case extends Partial<JitterArguments> {
  readonly edges?: readonly number[]
  readonly startTimes?: readonly number[]
  readonly unitRows?: readonly number[]
  readonly observation?: Observation
  readonly recorded?: TimeSpan | null
}

/** Two units of three and two spikes, recorded for 10 s. */
async function prepare({
  edges = [-1, 0, 1],
  startTimes = [2, 5],
  unitRows = [0, 1],
  observation,
  recorded = { startTime: 0, stopTime: 10 },
  ...requested
}: Case) {
  const activity = {
    tables: {
      units: { count: 2, spikeCounts: [3, 2], observation: observation ?? null },
      epochs: [],
    },
    alignment: {
      kind: 'edges',
      edgeRule: 'halfOpen',
      edges: Float64Array.from(edges),
      startTimes: Float64Array.from(startTimes),
    },
    unitRows: Uint32Array.from(unitRows),
    request: { bins: null },
  } as unknown as AlignedActivity
  const budget = new Budget({ maxCells: 1000, maxValues: 0 })
  const loaders = { recordedSpan: async () => recorded, read: async () => ({ corrected: [] }) }
  const context = { budget, loaders } as unknown as RequestContext
  const prepared = await jitterCorrelograms(
    activity,
    { targetRows: null, lagCount: 1, jitterWindow: 2, minimumRate: 0, ...requested },
    context,
  )
  return { prepared, budget, context }
}

describe('jitter-corrected correlograms', () => {
  const halves = [-1, -0.5, 0]

  test.each([
    [0.5, 1],
    [1, 2],
    [1.5, 3],
  ])(
    'of half-second bins move spikes within windows of %d s: %d bins',
    async (jitterWindow, windowBins) => {
      const { prepared } = await prepare({ edges: halves, jitterWindow, minimumRate: 3 })
      expect(prepared.binSize).toBe(0.5)
      // 3 Hz are 1.5 spikes in half a second.
      expect(prepared.request.rule).toEqual({ lagCount: 1, windowBins, minimumRate: 1.5 })
    },
  )

  test.each([0, 0.2, 0.25, 0.7, -0.5])('do not take a window of %d s', async (jitterWindow) => {
    await expect(prepare({ edges: halves, jitterWindow })).rejects.toThrow(
      `jitterWindow is ${jitterWindow} s; it must be a whole number of bins of 0.5 s, at least one.`,
    )
  })

  test.each([-1, 100_001])('do not have %d lags', async (lagCount) => {
    await expect(prepare({ lagCount })).rejects.toThrow('lagCount')
  })

  test('need bins of one width, wherever they begin', async () => {
    const { prepared } = await prepare({ edges: [1, 2, 3, 4] })
    expect(prepared.binSize).toBe(1)
    for (const edges of [
      [1, 2, 3.5],
      [1, 2.5, 3],
      [1, 2, 2.5, 4],
    ]) {
      await expect(prepare({ edges })).rejects.toThrow('needs bins of equal width')
    }
  })

  test('are of presentations that were observed for all units, to their ends', async () => {
    const observation = {
      stretches: [
        [{ startTime: 0, stopTime: 50 }],
        [
          { startTime: 15, stopTime: 60 },
          { startTime: 70, stopTime: 100 },
        ],
      ],
      ofUnits: Int32Array.of(0, 1),
    }
    const startTimes = [15.5, 16, Number.NaN, 30, 49, 49.5, 59, 75]
    const used = async (unitRows: readonly number[]) =>
      (await prepare({ observation, startTimes, unitRows })).prepared.request.alignment.startTimes
    expect(await used([0, 1])).toEqual(Float64Array.of(16, 30, 49))
    expect(await used([0])).toEqual(Float64Array.of(15.5, 16, 30, 49))
    expect(await used([1])).toEqual(Float64Array.of(16, 30, 49, 49.5, 59, 75))
  })

  const cost = async (requested: Case) => {
    const { prepared, budget, context } = await prepare({ lagCount: 2, ...requested })
    await readJitterCorrelograms(prepared, context)
    return [budget.cells, budget.operations]
  }

  test('cost no more spikes than there are, however often they are counted', async () => {
    // Eight windows of 2 s are 1.6 times the recording: 4.8 and 3.2 spikes, in 5 lags of 16 s.
    const startTimes = [2, 2, 3, 3, 4, 4, 5, 5]
    const pairs = 1
    const kept = 3 + 2 + 2 * 2 * (2 + 1) + 2 * 2
    const [cells, operations] = await cost({ startTimes })
    expect(cells).toBe(pairs + kept + 5)
    expect(operations).toBeCloseTo((4.8 * 3.2 * 5) / 16 + 2 * 5, 12)
  })

  test('cost their part of the spikes', async () => {
    // Two windows of 2 s of 10 s: two fifths.
    const recorded = { startTime: 1, stopTime: 11 }
    const [cells, operations] = await cost({ startTimes: [3, 6], recorded })
    expect(cells).toBe(1 + (2 + 12 + 4) + 5)
    expect(operations).toBeCloseTo((1.2 * 0.8 * 5) / 4 + 10, 12)
  })

  test('cost all spikes of a recording that is no longer than they are looked at', async () => {
    const brief = { edges: [-0.125, 0, 0.125], startTimes: [0.125, 0.375], jitterWindow: 0.25 }
    const recorded = { startTime: 0, stopTime: 0.5 }
    const [cells, operations] = await cost({ ...brief, recorded })
    expect(cells).toBe(1 + (5 + 12 + 4) + 5)
    expect(operations).toBeCloseTo((3 * 2 * 5 * 0.125) / 0.5 + 10, 12)
  })

  test('cost no spikes where nothing was recorded', async () => {
    expect(await cost({ recorded: null })).toEqual([1 + (12 + 4) + 5, 10])
  })
})
