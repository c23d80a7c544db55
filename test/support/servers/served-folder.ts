import { afterAll, beforeAll } from 'vitest'
import { FolderCatalog } from '../../../src/catalog/folder/folder-catalog.ts'
import { type ServerOptions, startServer } from '../../../src/http/server.ts'
import { ReaderPool } from '../../../src/readers/pool/reader-pool.ts'
import { pagesFolder, readerWorkerFile } from '../built.ts'

export interface GraphQLResponse<Data> {
  readonly data?: Data
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: { readonly code: string }
  }[]
}

interface Serving {
  readonly url: string
  readonly close: () => Promise<void>
}

async function serve(
  places: readonly string[],
  { threads, ...options }: Partial<ServerOptions> & { readonly threads?: number } = {},
): Promise<Serving> {
  const pool = new ReaderPool({ workerFile: readerWorkerFile, longestLook: 600, threads })
  const catalog = new FolderCatalog(places, pool, { rescanSeconds: 0 })
  const server = await startServer({
    catalog,
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    pagesFolder,
    ...options,
  })
  async function close() {
    await server.close()
    catalog.close()
    await pool.close()
  }
  return { url: server.url, close }
}

/** The whole program, on a port of its own, and what it answers. */
export class QueriedServer {
  protected serving: Serving | undefined

  get url(): string {
    if (!this.serving) throw new Error('not serving yet')
    return this.serving.url
  }

  /** Data and errors as they came. */
  async sendQuery<Data>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphQLResponse<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as GraphQLResponse<Data>
  }

  /** Data of a response that must have no errors. */
  async data<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.sendQuery<Data>(query, variables)
    if (errors || !data) throw new Error(JSON.stringify(errors))
    return data
  }
}

/** The whole program over some folders, while the tests of a file run. */
export class ServedFolder extends QueriedServer {
  constructor(
    places: () => readonly string[] | Promise<readonly string[]>,
    options: Partial<ServerOptions> = {},
  ) {
    super()
    beforeAll(async () => {
      // One thread: each loads libhdf5 anew.
      this.serving = await serve(await places(), { threads: 1, ...options })
    })
    afterAll(() => this.serving?.close())
  }
}

const shared = new Map<string, Promise<Serving>>()

/** The same over a folder that no test changes: one for all test files that a process runs. */
export class SharedFolder extends QueriedServer {
  constructor(folder: string) {
    super()
    beforeAll(async () => {
      const serving = shared.get(folder) ?? serve([folder])
      shared.set(folder, serving)
      this.serving = await serving
    })
  }
}
