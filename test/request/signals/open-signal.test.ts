import { describe, expect, test } from 'vitest'
import type { SignalReference } from '../../../src/domain/signals/signal-source.ts'
import { createContext } from '../../../src/graphql/context.ts'
import type { RequestContext } from '../../../src/request/request-context.ts'
import { noSuchSeries } from '../../../src/request/signals/no-such-series.ts'
import {
  type OpenSignal,
  openSignal,
  samplesOf,
  wholeSession,
} from '../../../src/request/signals/open-signal.ts'
import {
  type SignalInWindows,
  unitOfValues,
} from '../../../src/request/signals/signals-in-windows.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

const stored = (unit: string | null) => ({
  type: 'TimeSeries',
  description: null,
  unit,
  sampleCount: 3,
  channelCount: 1,
})

const { catalog } = await oneSession({
  ...smallSession,
  series: [
    {
      name: 'runningSpeed',
      times: [1, 2, 3],
      columns: { endTime: [2, 3, 4], velocity: [10, 20, 30] },
    },
    { name: 'eyeTracking', times: [1, 2], columns: { pupilWidth: [4, 6] } },
    { name: 'stored', path: '/wheel', times: [1, 2, 3], columns: { values: [1, 2, 3] } },
  ],
  contents: {
    storedSeries: () => [
      { path: '/pressure', ...stored('Pa') },
      { path: '/wheel', ...stored('m') },
      { path: '/dial', ...stored(null) },
    ],
  },
})

const context = createContext({ catalog, version: '0.0.0-test' })
const session = await context.loaders.session('1')

describe('a signal', () => {
  test.each([
    [0, 9, [1, 2, 3]],
    [1, 9, [1, 2, 3]],
    [1.5, 9, [1, 2, 3]],
    [2, 9, [1, 2, 3]],
    [2.5, 9, [2, 3]],
    [3, 3, [2, 3]],
  ])('from %d to %d s has the sample before, too: %j', async (startTime, stopTime, expected) => {
    const span = { startTime, stopTime }
    const signal = await openSignal(session, { name: 'runningSpeed' }, span, context)
    expect(await samplesOf(signal as OpenSignal, context)).toEqual({
      startTimes: Float64Array.from(expected),
      stopTimes: Float64Array.from(expected, (time) => time + 1),
      values: Float64Array.from(expected, (time) => 10 * time),
    })
  })

  test('is there only with all of its columns', async () => {
    const open = (name: 'pupilArea' | 'pupilWidth') =>
      openSignal(session, { name }, wholeSession, context)
    expect(await open('pupilWidth')).not.toBeNull()
    expect(await open('pupilArea')).toBeNull()
  })
})

describe('values in windows', () => {
  test.each<[SignalReference, SignalInWindows['statistic'], string | null]>([
    [{ name: 'runningSpeed' }, 'mean', 'cm/s'],
    [{ name: 'runningSpeed' }, 'count', null],
    [{ path: '/wheel', column: 0 }, 'mean', 'm'],
    [{ path: '/wheel', column: 0 }, 'count', null],
  ])('of %j: the %s is in %s', async (reference, statistic, unit) => {
    const signal = await openSignal(session, reference, wholeSession, context)
    expect(await unitOfValues({ session, signal, statistic } as SignalInWindows, context)).toBe(
      unit,
    )
  })
})

describe('the error for a time series that is not there', () => {
  const messageOf = async (count: number) => {
    const paths = Array.from({ length: count }, (_, i) => ({ path: `/s${i + 1}` }))
    const loaders = { load: async () => paths }
    const nowhere = {} as CatalogSession
    return (await noSuchSeries(nowhere, '/x', { loaders } as unknown as RequestContext)).message
  }

  test('lists twenty at most, and says how many there are', async () => {
    expect(await messageOf(0)).toBe('No time series at "/x" in this session. Available: none.')
    expect(await messageOf(2)).toMatch(/Available: \/s1, \/s2\.$/)
    expect(await messageOf(20)).toMatch(/\/s19, \/s20\.$/)
    expect(await messageOf(21)).toMatch(/\/s19, \/s20, … \(21 in all\)\.$/)
  })
})
