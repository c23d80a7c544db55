// Serves files in a thread of its own, for tests whose thread waits for what is served.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { type Fault, RangeServer } from './range-server.ts'

/** What such a server is sent. */
export interface ServerCommand {
  /** files on disk, by the paths that they are served at */
  readonly files?: Readonly<Record<string, string>>
  readonly faultEvery?: number
  readonly faultKinds?: readonly Fault[]
  /** ms before each response */
  readonly latency?: number
}

/** What it has seen so far. */
export interface ServerReport {
  readonly origin: string
  readonly requests: number
  /** asked for by ranges, in their order: begin and end of each */
  readonly ranges: readonly (readonly [number, number])[]
}

const server = await RangeServer.start()

function follow({ files, faultEvery, faultKinds, latency }: ServerCommand): ServerReport {
  for (const [path, file] of Object.entries(files ?? {})) {
    server.files.set(path, { bytes: readFileSync(file) })
  }
  if (faultEvery !== undefined) server.faultEvery = faultEvery
  if (faultKinds !== undefined) server.faultKinds = faultKinds
  if (latency !== undefined) server.latency = latency
  const ranges = server.requests.flatMap(({ headers }): [number, number][] => {
    const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    return from && last ? [[Number(from), Number(last) + 1]] : []
  })
  return { origin: server.origin, requests: server.requests.length, ranges }
}

parentPort?.on('message', (command: ServerCommand) => {
  parentPort?.postMessage(follow(command))
})
parentPort?.postMessage(follow(workerData as ServerCommand))
