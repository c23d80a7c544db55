import { describe, expect, test } from 'vitest'
import type { EventSourceRequest } from '../../../src/domain/events/event-request.ts'
import { createContext } from '../../../src/graphql/context.ts'
import { eventSource } from '../../../src/request/activity/event-source.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

/** Speed rises for half a second, and for good; licks in two columns; pulses of no condition. */
const { catalog } = await oneSession({
  ...smallSession,
  series: [
    {
      name: 'runningSpeed',
      times: [1, 1.5, 2, 2.5, 3, 3.5, 4],
      columns: { velocity: [0, 5, 0, 0, 6, 7, 8] },
    },
    {
      name: 'stored',
      path: '/licks',
      times: [10, 11, 12],
      columns: { values: [1, 20, 2, Number.NaN, 3, 40] },
    },
  ],
  optogeneticEpochs: [null, 'ramp'].map((condition, id) => ({
    id,
    startTime: 10 + id,
    stopTime: 11 + id,
    duration: 1,
    level: 2,
    condition,
    stimulusName: null,
  })),
})

/** Times of the events of a source, and what it says of each. */
async function eventsOf(request: EventSourceRequest) {
  const context = createContext({ catalog, version: '0.0.0-test' })
  const session = await context.loaders.session('1')
  const { times, valueAt } = await eventSource(session, request, context)
  return { times: [...times], values: Array.from(times, (_, position) => valueAt(position)) }
}

const nothing = Number.NaN

test('crossings last for no time by default, and have the value that was reached', async () => {
  const of = { name: 'runningSpeed' } as const
  expect(await eventsOf({ crossings: { of, threshold: 5 } })).toEqual({
    times: [1.5, 3],
    values: [5, 6],
  })
  expect(await eventsOf({ crossings: { of, threshold: 5, minDuration: 1 } })).toEqual({
    times: [3],
    values: [6],
  })
  expect(await eventsOf({ crossings: { of, threshold: 5, hold: 1.6 } })).toEqual({
    times: [1.5],
    values: [5],
  })
})

describe('samples', () => {
  test.each([
    [{}, [10, 11, 12], [1, 2, 3]],
    [{ column: 1 }, [10, 11, 12], [20, null, 40]],
    [{ column: 1, min: 20 }, [10, nothing, 12], [20, null, 40]],
    [{ column: 1, min: 21 }, [nothing, nothing, 12], [20, null, 40]],
    [{ column: 1, max: 39 }, [10, nothing, nothing], [20, null, 40]],
    [{ min: 2, max: 2 }, [nothing, 11, nothing], [1, 2, 3]],
  ])('%j are events at %j', async (wanted, times, values) => {
    expect(await eventsOf({ timeSeries: { path: '/licks', ...wanted } })).toEqual({ times, values })
  })
})

describe('light pulses', () => {
  test.each([
    [{}, [10, 11]],
    [{ conditions: ['ramp'] }, [nothing, 11]],
    [{ levels: [2], minDuration: 1, maxDuration: 1 }, [10, 11]],
    [{ conditions: [] }, [nothing, nothing]],
  ])('%j are events at %j', async (optogenetic, times) => {
    expect(await eventsOf({ optogenetic })).toEqual({ times, values: [null, 'ramp'] })
  })
})

test('times given are events without values', async () => {
  expect(await eventsOf({ times: [3, null, 1] })).toEqual({
    times: [3, nothing, 1],
    values: [null, null, null],
  })
})
