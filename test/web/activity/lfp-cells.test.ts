import { describe, expect, test } from 'vitest'
import { lfpCells, lfpLimit, spreadChannels } from '../../../web/src/activity/lfp/lfp-cells.ts'

describe('channels of LFP', () => {
  const channel = (channelId: string, verticalPosition: number | null) => ({
    channelId,
    verticalPosition,
  })

  test('go from the surface down, spread evenly where there are too many', () => {
    const channels = [0, 20, 40, 60, 80].map((height) => channel(`c${height}`, height))
    const idsOf = (most: number) => spreadChannels(channels, most).map(({ channelId }) => channelId)
    expect(idsOf(16)).toEqual(['c80', 'c60', 'c40', 'c20', 'c0'])
    expect(idsOf(3)).toEqual(['c80', 'c40', 'c0'])
  })

  test('without a depth come last', () => {
    const ids = spreadChannels([channel('a', null), channel('b', 10), channel('c', null)], 16)
    expect(ids.map(({ channelId }) => channelId)).toEqual(['b', 'a', 'c'])
  })
})

describe('points of LFP as cells', () => {
  test('are in µV, one cell per point, two channels side by side', () => {
    const cells = lfpCells(
      Float64Array.of(10.25, 10.75),
      Float64Array.of(1e-6, -2e-6, 3e-6, 4e-6),
      { start: 10, stop: 11 },
    )
    expect(cells?.binSize).toBe(0.5)
    expect(cells?.counts.shape).toEqual([2, 2])
    expect(cells?.counts.data).toEqual(Float64Array.of(1, -2, 3, 4))
    expect(cells?.counts.gaps).toEqual(Uint8Array.of(0, 0, 0, 0))
  })

  test('are gaps where no point is near, and where the file marks them as invalid', () => {
    const cells = lfpCells(
      Float64Array.of(0.5, 1.5, 2.5),
      Float64Array.of(1e-6, Number.NaN, 2e-6),
      { start: -2, stop: 3 },
    )
    expect(cells?.counts.gaps).toEqual(Uint8Array.of(1, 0, 0, 2, 0))
  })

  test('have colours up to what nearly all do not exceed', () => {
    const data = Float64Array.from({ length: 200 }, (_, i) => (i === 7 ? -900 : i / 10))
    expect(lfpLimit({ shape: [200, 1], data })).toBe(19.8)
    expect(lfpLimit({ shape: [0, 0], data: new Float64Array(0) })).toBe(1)
  })
})
