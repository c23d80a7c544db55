/// <reference path="./undici-parts.d.ts" />
import type { Dispatcher } from 'undici'
// All of undici, with its fetch and its caches, would take 70 ms more to load, in each thread.
import request from 'undici/lib/api/api-request.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import { publicLookup } from './private-networks.ts'

/**
 * A request costs a round trip, whatever its length; so many at once fill the line nevertheless.
 * S3 takes more, and so do other servers that serve ranges.
 */
export const DEFAULT_CONNECTIONS = 64

const CONNECT_MS = 10_000

/** Without a byte for so long, a connection counts as lost. */
const SILENCE_MS = 20_000

/** Servers close what lies idle after 5 to 60 s. */
const IDLE_MS = 4000

/** Connections that are kept and used again, for HTTP/1.1: object stores speak no other. */
export class Connections {
  readonly #open: Dispatcher
  readonly #restricted: Dispatcher

  /** @param allowPrivate whether other servers may lead into private networks */
  constructor(connections = DEFAULT_CONNECTIONS, allowPrivate = false) {
    const options = {
      connections,
      pipelining: 1,
      headersTimeout: SILENCE_MS,
      bodyTimeout: SILENCE_MS,
      keepAliveTimeout: IDLE_MS,
    }
    this.#open = new Agent({ ...options, connect: { timeout: CONNECT_MS } })
    this.#restricted = allowPrivate
      ? this.#open
      : new Agent({ ...options, connect: { timeout: CONNECT_MS, lookup: publicLookup } })
  }

  /** @param isRestricted to the public internet */
  request(
    isRestricted: boolean,
    options: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData<unknown>> {
    return request.call(isRestricted ? this.#restricted : this.#open, options)
  }

  get allowsPrivate(): boolean {
    return this.#open === this.#restricted
  }

  async close(): Promise<void> {
    await Promise.all([this.#open.destroy(), this.#restricted.destroy()])
  }
}
