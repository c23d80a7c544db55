import { afterAll, beforeAll } from 'vitest'
import { FolderCatalog } from '../../src/catalog/folder-catalog.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../src/http/server.ts'
import { ReaderPool } from '../../src/nwb/reader-pool.ts'
import { pagesFolder, readerWorkerFile } from './built.ts'

export interface GraphQLAnswer<Data> {
  readonly data?: Data
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: { readonly code: string }
  }[]
}

/** The whole program over some folders, on a port of its own, while the tests of a file run. */
export class ServedFolder {
  #server: RunningServer | undefined
  #close: (() => Promise<void>) | undefined

  constructor(
    places: () => readonly string[] | Promise<readonly string[]>,
    options: Partial<ServerOptions> = {},
  ) {
    beforeAll(async () => {
      const pool = new ReaderPool({ workerFile: readerWorkerFile })
      const catalog = new FolderCatalog(await places(), pool, { rescanSeconds: 0 })
      this.#server = await startServer({
        catalog,
        host: '127.0.0.1',
        port: 0,
        version: 'test',
        pagesFolder,
        ...options,
      })
      this.#close = async () => {
        await this.#server?.close()
        catalog.close()
        await pool.close()
      }
    })
    afterAll(() => this.#close?.())
  }

  get url(): string {
    if (!this.#server) throw new Error('not serving yet')
    return this.#server.url
  }

  /** Data and errors as they came. */
  async ask<Data>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphQLAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as GraphQLAnswer<Data>
  }

  /** Data of an answer that must have no errors. */
  async data<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables)
    if (errors || !data) throw new Error(JSON.stringify(errors))
    return data
  }
}
