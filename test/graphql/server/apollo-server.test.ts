import { expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../execute.ts'

test('the end of the process is left to the command', async () => {
  const listeners = () => ['SIGINT', 'SIGTERM'].map((signal) => process.listenerCount(signal))
  const before = listeners()
  const { catalog } = await oneSession(smallSession)
  expect((await execute(catalog, '{ __typename }')).data).toEqual({ __typename: 'Query' })
  expect(listeners()).toEqual(before)
})
