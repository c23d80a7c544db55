import type { Client, QueryOptions, TypedDocument } from '../../../src/client/index.ts'
import type { FetchLog } from './fetch-log.ts'

/** What a part of a request is sent with, so that the log learns what was fetched for it. */
export function notedOptions(
  log: FetchLog | null,
  request: string,
  signal: AbortSignal,
): QueryOptions {
  if (!log) return { signal }
  return {
    signal,
    extensions: { fetched: true },
    onExtensions: ({ fetched }) => log.came(request, fetched?.bytes ?? 0),
  }
}

interface NotedRequest<Result, Variables> {
  /** null: its recording lies on the server */
  readonly log: FetchLog | null
  /** names it in the log */
  readonly key: string
  readonly document: TypedDocument<Result, Variables>
  readonly variables: Variables
  readonly signal: AbortSignal
}

/** The data of a query; of a recording that lies elsewhere, after asking what it will fetch. */
export async function queryNoted<Result, Variables extends Readonly<Record<string, unknown>>>(
  client: Pick<Client, 'query' | 'estimate'>,
  { log, key, document, variables, signal }: NotedRequest<Result, Variables>,
): Promise<Result> {
  if (log) {
    const { bytes } = await client.estimate(`${document}`, variables, { signal })
    log.begin(key, bytes)
  }
  try {
    return await client.query<Result>(`${document}`, variables, notedOptions(log, key, signal))
  } catch (error) {
    log?.forget(key)
    throw error
  }
}
