import { describe, expect, test } from 'vitest'
import type { SeriesWindow } from '../../src/domain/series/series.ts'
import type { RequestContext } from '../../src/request/request-context.ts'
import {
  allSamples,
  openSeries,
  type SeriesSelection,
  samplesRequest,
} from '../../src/request/series.ts'
import type { CatalogSession } from '../../src/sessions/session-catalog.ts'

const window: SeriesWindow = {
  runs: [{ from: 4, count: 2 }],
  count: 2,
  columns: ['values'],
  channelCount: 2,
  labels: { channelIds: ['7', '8'], verticalPositions: null, horizontalPositions: null },
}
const invalidTimes = [
  { startTime: 1, stopTime: 2, tags: ['probeA'] },
  { startTime: 3, stopTime: 4, tags: ['probeB'] },
]

/** Each of the first two probes has the id of the other as its name. */
const probes = [
  { id: '2', name: '1' },
  { id: '1', name: '2' },
  { id: '3', name: 'probeA' },
]

async function open(name: 'lfp' | 'currentSourceDensity', probe: string, masksInvalidTimes = true) {
  const loaders = {
    tables: async () => ({ probes, invalidTimes }),
    read: async () => window,
  }
  return (await openSeries(
    {} as CatalogSession,
    name,
    { ...allSamples, probe, masksInvalidTimes },
    { loaders } as unknown as RequestContext,
  )) as SeriesSelection
}

describe('a series of a probe', () => {
  test.each([
    ['1', '1'],
    ['2', '2'],
    ['probeA', '3'],
  ])('that is requested as %s is that of the probe %s', async (requested, id) => {
    expect((await open('lfp', requested)).series).toEqual({ name: 'lfp', probeId: id })
  })

  test('misses samples in invalid times only of LFP, and only where that is wanted', async () => {
    expect((await open('lfp', 'probeA')).masked).toEqual([invalidTimes[0]])
    expect((await open('lfp', 'probeA', false)).masked).toEqual([])
    expect((await open('currentSourceDensity', 'probeA')).masked).toEqual([])
  })

  test('has channels and masks in its values alone', async () => {
    const selection = { ...(await open('lfp', 'probeA')), channels: [1] }
    expect(samplesRequest(selection, 'values', window.runs)).toMatchObject({
      channels: [1],
      masked: [invalidTimes[0]],
    })
    expect(samplesRequest(selection, 'time', window.runs)).toMatchObject({
      channels: null,
      masked: [],
    })
  })
})
