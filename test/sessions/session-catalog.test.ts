import { expect, test } from 'vitest'
import { SessionNotFoundError } from '../../src/errors.ts'
import { MemoryReader, memoryCatalog } from '../support/memory/memory-session.ts'

test('a catalog in memory keeps the promises of a catalog', async () => {
  const reader = new MemoryReader({ id: '9', units: [{ id: 1, area: 'VISp', spikes: [] }] })
  const catalog = await memoryCatalog(reader)
  expect(await catalog.sessions()).toEqual([await catalog.session('9')])
  expect(await catalog.session('9')).toMatchObject({ id: '9', unitCount: 1, reader })
  expect(await catalog.refused()).toEqual([])
  await expect(catalog.session('10')).rejects.toThrow(SessionNotFoundError)
})
