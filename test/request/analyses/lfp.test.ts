import { describe, expect, test } from 'vitest'
import { alignLfp } from '../../../src/request/analyses/lfp.ts'
import type { RequestContext } from '../../../src/request/request-context.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'

/** LFP around moments, of one of two channels; 130 samples lie where it is looked for. */
async function align(startTimes: readonly number[], edges: readonly number[]) {
  const requested: unknown[] = []
  const window = {
    runs: [{ from: 0, count: 130 }],
    count: 130,
    columns: ['values'],
    channelCount: 2,
    labels: { channelIds: ['7', '8'] },
  }
  const loaders = {
    tables: async () => ({ probes: [{ id: '1', name: 'probeA' }], invalidTimes: [] }),
    read: async (_session: unknown, _name: unknown, request: unknown) => {
      requested.push(request)
      return window
    },
  }
  const aligned = await alignLfp(
    {} as CatalogSession,
    { probe: '1', channelIds: ['8'], masksInvalidTimes: true },
    Float64Array.from(startTimes),
    Float64Array.from(edges),
    { loaders } as unknown as RequestContext,
  )
  return { aligned, requested }
}

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

describe('LFP around moments', () => {
  test('is looked for a microsecond more than from the first edge to the last', async () => {
    const { aligned, requested } = await align([20, Number.NaN, 10], [-1, 0, 2])
    expect(aligned?.windows.spans).toEqual([span(19 - 1e-6, 22 + 1e-6), span(9 - 1e-6, 12 + 1e-6)])
    expect(aligned?.request).toMatchObject({ channels: [1], edges: Float64Array.of(-1, 0, 2) })
    expect(requested).toEqual([
      { series: { name: 'lfp', probeId: '1' }, span: span(9 - 1e-6, 22 + 1e-6) },
    ])
  })

  test('has its part of the samples, rounded up, and never more than all', async () => {
    // 6 of 13 s, of 130 samples.
    expect((await align([20, Number.NaN, 10], [-1, 0, 2])).aligned?.sampleCount).toBe(60)
    // Three windows of 4 s within 5 s.
    expect((await align([10, 10.5, 11], [0, 4])).aligned?.sampleCount).toBe(130)
  })

  test('has no samples where no moment has a time', async () => {
    expect((await align([Number.NaN], [0, 1])).aligned).toMatchObject({
      sampleCount: 0,
      windows: { spans: [] },
    })
  })
})
