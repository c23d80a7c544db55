import { describe, expect, test } from 'vitest'
import {
  noPresentations,
  nothingServed,
  noUnits,
  unlessUnits,
} from '../../src/exports/emptiness.ts'
import type { ExportSource } from '../../src/exports/export-kind.ts'

const warnings = [
  { path: '/intervals/a', message: 'A is damaged.' },
  { path: '/units', message: 'Units are damaged.' },
  { path: null, message: 'All is damaged.' },
  { path: '/stimulus/b', message: 'B is damaged.' },
  { path: '/intervals/c', message: 'C is damaged.' },
  { path: '/intervals/d', message: 'D is damaged.' },
]

const sourceOf = (rows: number[] = []) =>
  ({
    session: {},
    tables: { units: { count: 1 } },
    selections: { rows: () => Uint32Array.from(rows) },
    loaders: { warnings: async () => warnings },
  }) as unknown as ExportSource

describe('an export without units', () => {
  const empty = {
    missing: 'units',
    reason: 'No unit is left to export, of the 1 unit that the session stores.',
  }

  test('says how many there are', () => {
    expect(noUnits(sourceOf().tables)).toEqual(empty)
  })

  test('is one only where none passes', async () => {
    const request = { units: {} } as Parameters<typeof unlessUnits>[0]
    expect(await unlessUnits(request, sourceOf())).toEqual(empty)
    expect(await unlessUnits(request, sourceOf([0]))).toBeNull()
  })
})

describe('an export without presentations', () => {
  const found = (count: number) => noPresentations({ count } as never, sourceOf())

  test('says of how many none passes', async () => {
    const reason = 'No presentation is left to export, of 1.'
    expect(await found(1)).toEqual({ missing: 'presentations', reason })
  })

  test('quotes three warnings that say why the session has none', async () => {
    const reason = 'The session has no presentations. A is damaged. B is damaged. C is damaged.'
    expect(await found(0)).toEqual({ missing: null, reason })
  })
})

test('what a session has nothing of is said alone where no warning is about it', async () => {
  expect(await nothingServed('No LFP.', ['/processing'], sourceOf())).toEqual({
    missing: null,
    reason: 'No LFP.',
  })
})
