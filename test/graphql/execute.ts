import { type ContextOptions, createContext } from '../../src/graphql/context.ts'
import { createApolloServer, type ServerLogger } from '../../src/graphql/server/apollo-server.ts'
import type { SessionCatalog } from '../../src/sessions/session-catalog.ts'
import type { SessionReader } from '../../src/sessions/session-reader.ts'
import {
  MemoryReader,
  type MemorySessionOptions,
  memoryCatalog,
} from '../support/memory/memory-session.ts'

export interface ResponseData {
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
  readonly data: any
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their values
  readonly errors: any[]
}

/** A logger that keeps what it is told. */
export function recordingLogger() {
  const logged: unknown[] = []
  const ignore = () => {}
  const logger: ServerLogger = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (details) => {
      logged.push(details)
    },
  }
  return { logger, logged }
}

export interface ExecuteOptions extends Partial<ContextOptions> {
  readonly variables?: Record<string, unknown>
  readonly logger?: ServerLogger
}

/** Built once a process, for whoever does not read what is logged: the schema takes a while. */
let unlogged: ReturnType<typeof createApolloServer> | undefined

/** Execute a query on the real schema, without a port; answers as a client would read them. */
export async function execute(
  catalog: SessionCatalog,
  query: string,
  { variables = {}, logger, ...context }: ExecuteOptions = {},
): Promise<ResponseData> {
  unlogged ??= createApolloServer({ logger: recordingLogger().logger })
  const apollo = logger ? createApolloServer({ logger }) : unlogged
  const { body } = await apollo.executeOperation(
    { query, variables },
    { contextValue: createContext({ catalog, version: '0.0.0-test', ...context }) },
  )
  if (body.kind !== 'single') throw new Error('an answer in parts')
  const { data, errors } = JSON.parse(JSON.stringify(body.singleResult))
  return { data, errors: errors ?? [] }
}

/** A catalog of one session, and its reader. */
export async function oneSession(options: MemorySessionOptions) {
  const reader = new MemoryReader(options)
  return { reader, catalog: await forgetting(reader) }
}

/** A catalog over readers whose counts of what was asked begin behind the making of the catalog. */
export async function forgetting(...readers: SessionReader[]): Promise<SessionCatalog> {
  const catalog = await memoryCatalog(...readers)
  for (const reader of readers) if (reader instanceof MemoryReader) reader.requested.tables = 0
  return catalog
}

/**
 * Two units of VISp, one of VISl, one without an area; two epochs. Spikes are easy to count by eye.
 */
export const smallSession: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [10, 10.5, 11, 25] },
    { id: 12, area: 'VISl', spikes: [9.5, 11.5, 11.5] },
    { id: 13, area: 'VISp', spikes: [12, 20, 21] },
    { id: 14, area: null, spikes: [10.25] },
  ],
  epochs: [
    { stimulusName: 'gabors', block: 0, startTime: 10, stopTime: 12 },
    { stimulusName: 'spontaneous', block: null, startTime: 12, stopTime: 20 },
    { stimulusName: 'gabors', block: 1, startTime: 20, stopTime: 22 },
  ],
}
