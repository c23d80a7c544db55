import { describe, expect, test } from 'vitest'
import type { SampleRun } from '../../../src/domain/series/series.ts'
import type { ExportSource } from '../../../src/exports/export-kind.ts'
import { readRows } from '../../../src/exports/series/read-rows.ts'
import { Budget } from '../../../src/request/budget.ts'
import type { SeriesSelection } from '../../../src/request/series.ts'

const COUNT = 1_200_000

/** What is read of a series of two channels, and the progress that is reported. */
async function readSeries(
  samplesPerGroup: number,
  inServer: boolean,
  columns = [{ name: 'values' }],
  count = COUNT,
) {
  const read: SampleRun[][] = []
  const progress: number[][] = []
  const reader = {
    read: async (_name: string, [{ runs }]: [{ runs: SampleRun[] }]) => read.push(runs),
  }
  const selection = {
    session: { reader },
    window: { count, runs: [{ from: 5, count }] },
    channels: [0, 1],
    resampling: { method: 'mean', samplesPerGroup, pointsPerGroup: 1 },
  } as unknown as SeriesSelection
  const budget = new Budget({ maxCells: 10 * COUNT, maxValues: 0 })
  const source = { budget, loaders: { readOptions: async () => ({}) } } as unknown as ExportSource
  const onProgress = (done: number, total: number) => progress.push([done, total])
  const pieces = await readRows(selection, columns, source, { inServer, onProgress })
  for await (const _ of pieces);
  return { read, progress, cells: budget.cells }
}

const whole = [[{ from: 5, count: COUNT }]]

describe('a long series', () => {
  test('is read a million cells at a time', async () => {
    expect(await readSeries(1, false)).toEqual({
      read: [
        [{ from: 5, count: 500_000 }],
        [{ from: 500_005, count: 500_000 }],
        [{ from: 1_000_005, count: 200_000 }],
      ],
      progress: [
        [500_000, COUNT],
        [1_000_000, COUNT],
        [COUNT, COUNT],
      ],
      cells: 2 * COUNT,
    })
  })

  test('is read at once in a server, and where groups of samples become points', async () => {
    expect((await readSeries(1, true)).read).toEqual(whole)
    expect((await readSeries(100, false)).read).toEqual(whole)
  })

  test('is charged for all its columns, and read without a rest', async () => {
    const columns = [{ name: 'time' }, { name: 'values' }]
    const { cells, read } = await readSeries(1, false, columns, 666_666)
    expect(cells).toBe(3 * 666_666)
    expect(read).toEqual([[{ from: 5, count: 333_333 }], [{ from: 333_338, count: 333_333 }]])
  })
})
