import { describe, expect, test } from 'vitest'
import { TooManyCellsError } from '../../src/errors.ts'
import { createContext } from '../../src/graphql/context.ts'
import { Budget } from '../../src/request/budget.ts'
import { Loaders } from '../../src/request/loaders.ts'
import type {
  CatalogSession,
  PlaceStatus,
  SessionCatalog,
} from '../../src/sessions/session-catalog.ts'
import { oneSession, smallSession } from '../graphql/execute.ts'

/** Loads of a session, and in which order cells were paid for and bytes reserved. */
async function loading(maxCells = 100) {
  const { catalog, reader } = await oneSession(smallSession)
  const steps: [string, number][] = []
  const step = (name: string) => async (amount: number) => {
    steps.push([name, amount])
  }
  const { loaders, budget } = createContext({
    catalog,
    version: '0.0.0-test',
    maxCells,
    chargeCells: step('pay'),
    reserve: step('reserve'),
  })
  return { loaders, budget, session: await loaders.session('1'), steps, reader }
}

const everything = { unitRow: 0, span: { startTime: 0, stopTime: 100 } }

describe('before a batch is read', () => {
  test('its cells are paid for, and its bytes reserved', async () => {
    const { loaders, budget, session, steps } = await loading()
    budget.chargeCells(1)
    expect(await loaders.read(session, 'spikeTimes', everything)).toEqual(
      Float64Array.of(10, 10.5, 11, 25),
    )
    expect(steps).toEqual([
      ['pay', 1],
      ['reserve', 8],
    ])
  })

  test('nothing is paid or reserved where nothing was charged', async () => {
    const { loaders, session, steps } = await loading()
    await loaders.read(session, 'fileObjects', { path: '/' })
    expect(steps).toEqual([])
  })

  test('a request that wants too much pays nothing, and reads nothing', async () => {
    const { loaders, budget, session, steps, reader } = await loading(2)
    budget.chargeCells(3)
    const refused = loaders.read(session, 'spikeTimes', everything)
    await expect(refused).rejects.toThrow(TooManyCellsError)
    await expect(loaders.load(session, 'spikeSpan')).rejects.toThrow(TooManyCellsError)
    expect(steps).toEqual([])
    expect(reader.requested).toMatchObject({ spikeTimes: 0, spikeSpan: 0 })
  })
})

function loadersOf(catalog: Partial<SessionCatalog>) {
  return new Loaders({
    catalog: catalog as SessionCatalog,
    budget: new Budget({ maxCells: 0, maxValues: 0 }),
    signal: new AbortController().signal,
    reserve: async () => {},
  })
}

test('places that were still to be read stay noted when they have been read', async () => {
  const place: PlaceStatus = { name: 'lab', state: 'READING', fileCount: 2, readCount: 1 }
  const noticed = [[], [place], []]
  const loaders = loadersOf({
    sessions: async () => [],
    session: async (id) => ({ id }) as CatalogSession,
    unread: () => noticed.shift() ?? [],
  })
  expect(loaders.unread).toEqual([])
  await loaders.session('1')
  expect(loaders.unread).toEqual([])
  await loaders.sessions()
  expect(loaders.unread).toEqual([place])
  await loaders.session('2')
  expect(loaders.unread).toEqual([place])
})

test('metrics of a session are looked up once, and are none where no table lists it', async () => {
  let lookups = 0
  const metrics = new Map()
  const published = {
    analysisMetrics: async () => {
      lookups++
      return metrics
    },
  }
  const loaders = loadersOf({})
  const listed = { id: '1', published } as unknown as CatalogSession
  expect(await loaders.analysisMetrics(listed)).toBe(metrics)
  expect(await loaders.analysisMetrics(listed)).toBe(metrics)
  expect(lookups).toBe(1)
  expect(await loaders.analysisMetrics({ id: '2', published: null } as CatalogSession)).toBeNull()
})
