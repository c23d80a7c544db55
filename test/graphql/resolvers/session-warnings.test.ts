import { expect, test } from 'vitest'
import type { SessionWarning } from '../../../src/domain/session/session-warning.ts'
import { MemoryReader, memoryCatalog } from '../../support/memory/memory-session.ts'
import { execute, oneSession, smallSession } from '../execute.ts'

const left: SessionWarning = {
  code: 'COLUMN_LEFT_OUT',
  path: '/units/snr',
  message: 'It holds two numbers a row.',
}

const query = '{ session(id: "1") { warnings { code path message } } }'

test('a session tells what its file holds and no answer does', async () => {
  const { catalog, reader } = await oneSession({ ...smallSession, warnings: [left] })
  const { data } = await execute(catalog, query)
  expect(data).toEqual({ session: { warnings: [left] } })
  expect(reader.requested).toMatchObject({ warnings: 1, tables: 1, presentations: 0 })
})

test('a session in which all is well has no warnings', async () => {
  const { catalog } = await oneSession(smallSession)
  expect((await execute(catalog, query)).data).toEqual({ session: { warnings: [] } })
})

test('what the catalog warns of comes first', async () => {
  const rival: SessionWarning = { code: 'TABLE_LEFT_OUT', path: null, message: 'Look elsewhere.' }
  const catalog = await memoryCatalog(new MemoryReader({ ...smallSession, warnings: [left] }))
  const session = { ...(await catalog.session('1')), warnings: [rival] }
  const { data } = await execute({ ...catalog, session: async () => session }, query)
  expect(data).toEqual({ session: { warnings: [rival, left] } })
})
