// What runs in the thread that fetches. The logic is in fetcher.ts, where tests reach it without a
// thread.
import { parentPort, workerData } from 'node:worker_threads'
import type { FetchAccess, IdentifyRequest } from './fetch-messages.ts'
import { Fetcher, type FetcherOptions } from './fetcher.ts'

const { access, options, generation } = workerData as {
  readonly access: FetchAccess
  readonly options: FetcherOptions
  readonly generation: number
}
const fetcher = new Fetcher(access, options)
const running = new Int32Array(access.generation)
Atomics.store(running, 0, generation)
Atomics.notify(running, 0)

parentPort?.on('message', async (request: IdentifyRequest | 'close') => {
  if (request !== 'close') {
    parentPort?.postMessage(await fetcher.identify(request))
    return
  }
  await fetcher.close()
  parentPort?.close()
})
