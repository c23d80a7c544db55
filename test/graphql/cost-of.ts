import { createContext } from '../../src/graphql/context.ts'
import { createApolloServer } from '../../src/graphql/server/apollo-server.ts'
import type { MemorySessionOptions } from '../support/memory/memory-session.ts'
import { oneSession, recordingLogger } from './execute.ts'

const apollo = createApolloServer({ logger: recordingLogger().logger })

/** Times of samples, one a second; also their values. */
export const seconds = Array.from({ length: 14 }, (_, i) => i)

/** A presentation of a second, at some azimuth. */
export const gabor = (startTime: number, x: number) => ({
  stimulusName: 'gabors',
  startTime,
  stopTime: startTime + 1,
  block: 0,
  parameters: { x_position: x, y_position: 10, orientation: 0 },
})

/** What answering a query is charged: cells, operations, and values of lists. */
export async function costOf(session: MemorySessionOptions, query: string) {
  const { catalog } = await oneSession(session)
  const context = createContext({ catalog, version: '0.0.0-test' })
  const { body } = await apollo.executeOperation({ query }, { contextValue: context })
  if (body.kind !== 'single') throw new Error('an answer in parts')
  const { errors = [] } = body.singleResult
  if (errors.length > 0) throw new Error(`${query}: ${errors[0].message}`)
  const { cells, operations, values } = context.budget
  return [cells, operations, values]
}
