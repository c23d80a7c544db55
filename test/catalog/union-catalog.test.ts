import { describe, expect, test } from 'vitest'
import type { LivingCatalog } from '../../src/catalog/session-places.ts'
import { UnionCatalog } from '../../src/catalog/union-catalog.ts'
import { SessionNotFoundError, StillReadingError } from '../../src/errors.ts'
import type { CatalogSession } from '../../src/sessions/session-catalog.ts'
import { MemoryReader, memoryCatalog } from '../support/memory/memory-session.ts'

/** A catalog of sessions, each like the others but for what a test says. */
async function catalogOf(
  ...sessions: (Partial<CatalogSession> & { readonly id: string })[]
): Promise<LivingCatalog & { list: readonly CatalogSession[] }> {
  const reader = new MemoryReader({ units: [] })
  const [like] = await (await memoryCatalog(reader)).sessions()
  const list = sessions.map((session) => ({ ...like, ...session }) as CatalogSession)
  const catalog: LivingCatalog & { list: readonly CatalogSession[] } = {
    list,
    sessions: async () => catalog.list,
    async session(id) {
      const found = list.find((session) => session.id === id)
      if (!found) throw new SessionNotFoundError(id, list.length)
      return found
    },
    refused: async () => [],
    places: () => [],
    unread: () => [],
    complete: async () => {},
    close() {},
  }
  return catalog
}

const idsOf = async (catalog: UnionCatalog) => (await catalog.sessions()).map(({ id }) => id)

describe('several catalogs', () => {
  test('are one list, in order of the ids', async () => {
    const [a, b] = [await catalogOf({ id: '10' }, { id: '2' }), await catalogOf({ id: '3' })]
    const union = new UnionCatalog([a, b])
    expect(await idsOf(union)).toEqual(['2', '3', '10'])
    expect(await union.session('3')).toBe(b.list[0])
  })

  test('serve a recording that several have once, from the first, and name the others', async () => {
    const here = await catalogOf({ id: '1', fileName: 'session_1.nwb', fileSize: 5 })
    const there = await catalogOf({ id: '1', location: 's3://lab/1.nwb', fileSize: 5 })
    const union = new UnionCatalog([here, there])
    expect(await union.sessions()).toEqual([here.list[0]])
    expect(await union.refused()).toMatchObject([
      { fileName: 's3://lab/1.nwb', error: { code: 'FILE_DUPLICATED' } },
    ])
  })

  test('serve a file in place of one that is absent', async () => {
    const tables = await catalogOf({ id: '1', available: false, fileSize: null })
    const there = await catalogOf({ id: '1', location: 's3://lab/1.nwb', fileSize: 5 })
    const union = new UnionCatalog([tables, there])
    expect(await union.sessions()).toEqual([there.list[0]])
    expect(await union.refused()).toEqual([])
  })

  test('keep recordings apart that only share an id, and an id with its recording', async () => {
    const a = await catalogOf({ id: '1', fileSize: 5 })
    const b = await catalogOf({ id: '1', fileSize: 6, fileName: 'sub-9_ses-1.nwb' })
    const union = new UnionCatalog([a, b])
    expect(await idsOf(union)).toEqual(['1', '1~sub-9_ses-1'])
    expect(await union.session('1~sub-9_ses-1')).toMatchObject({ id: '1~sub-9_ses-1', fileSize: 6 })
    a.list = []
    expect(await idsOf(union)).toEqual(['1~sub-9_ses-1'])
  })

  test('know no session that none of them knows', async () => {
    const union = new UnionCatalog([await catalogOf({ id: '1' }), await catalogOf({ id: '2' })])
    await expect(union.session('3')).rejects.toMatchObject({
      code: 'SESSION_NOT_FOUND',
      message: expect.stringContaining('the 2 served here'),
    })
  })

  test('say of an unknown session that it may still be found', async () => {
    const reading = await catalogOf()
    reading.session = async (id) => {
      throw new StillReadingError(id, 0, '1 place is still being read')
    }
    const union = new UnionCatalog([await catalogOf({ id: '1' }), reading])
    await expect(union.session('3')).rejects.toMatchObject({ code: 'STILL_READING' })
  })
})
