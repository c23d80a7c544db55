import { describe, expect, test } from 'vitest'
import {
  groupLfp,
  type LfpAroundEvents,
  type LfpAverage,
  sourceDensityOf,
} from '../../../src/request/analyses/aligned-lfp.ts'
import { Budget } from '../../../src/request/budget.ts'
import type { RequestContext } from '../../../src/request/request-context.ts'

/** The current source density of 0, 0 and 1 V on channels at these positions. */
async function density(positions: readonly number[], spacing: number | null = null) {
  const ids = positions.map((_, row) => 850 + row)
  const channels = ids.map((_, channel) => channel)
  const channelIds = ids.map(String)
  const average = {
    aligned: {
      tables: { channels: { ids, verticalPosition: positions } },
      lfp: { series: { window: { labels: { channelIds } }, channels } },
    },
    statistics: {
      aligned: { series: {}, sampleCount: 0 },
      request: { edges: [0, 1], startTimes: [], channels, groups: { count: 1 } },
    },
    group: 0,
  } as unknown as LfpAverage
  const context = {
    budget: new Budget({ maxCells: 100, maxValues: 0 }),
    loaders: { read: async () => ({ means: Float64Array.of(0, 0, 1) }) },
  } as unknown as RequestContext
  return (await sourceDensityOf(average, { spacing, conductivity: 0.5 }, context)).data[1]
}

describe('the distance of channels', () => {
  test.each([
    [[0, 1000, 2000], -0.5e6],
    [[2000, 1000, 0], -0.5e6],
    [[-1000, 0, 1000], -0.5e6],
    [[0, 0.5, 1], -2e12],
    // To a thousandth of the first distance.
    [[0, 1000, 2001], -0.5e6],
    [[0, 1000, 1999], -0.5e6],
    [[0, 10, 20.005], -0.5e10],
  ])('is that of the first two of %j', async (positions, expected) => {
    expect((await density(positions)) / expected).toBeCloseTo(1, 12)
  })

  test.each([
    [[0, 1000, 2001.5]],
    [[0, 1000, 1998.5]],
    [[5, 5, 5]],
    [[5, 5, 6]],
    [[0, Number.NaN, 2000]],
  ])('is not known of %j', async (positions) => {
    await expect(density(positions)).rejects.toThrow('The channels are not equally far apart')
    expect((await density(positions, 1000)) / -0.5e6).toBeCloseTo(1, 12)
  })

  test.each([0, -1, Infinity, Number.NaN])('is not %d', async (spacing) => {
    await expect(density([0, 1000, 2000], spacing)).rejects.toThrow(
      `spacing is ${spacing}; it must be above 0 µm.`,
    )
  })
})

describe('LFP around events', () => {
  const aligned = {
    lfp: { request: { edges: Float64Array.of(0, 1) } },
    sourceIndexes: Int32Array.of(4, 7, 9),
  } as unknown as LfpAroundEvents

  test('is averaged over all of them', async () => {
    const grouped = await groupLfp(aligned, [{ by: 'all' }], {} as RequestContext)
    expect(grouped.members).toEqual([Int32Array.of(0, 1, 2)])
    expect(grouped.statistics.request.groups.count).toBe(1)
  })

  test('is not grouped by anything', async () => {
    const grouped = groupLfp(aligned, [{ by: 'all' }, { by: 'stimulus' }], {} as RequestContext)
    await expect(grouped).rejects.toThrow('LFP around events is averaged over all of them')
  })
})
