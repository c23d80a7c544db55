import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { rolldown } from 'rolldown'
import type { ServerCommand, ServerReport } from './range-server-worker.ts'

/** A RangeServer in a thread of its own. */
export class ServerThread implements AsyncDisposable {
  readonly origin: string
  readonly #worker: Worker

  static async start(command: ServerCommand = {}): Promise<ServerThread> {
    const worker = new Worker(new URL(await serverProgram()), { workerData: command })
    const [report] = (await once(worker, 'message')) as [ServerReport]
    return new ServerThread(worker, report.origin)
  }

  private constructor(worker: Worker, origin: string) {
    this.#worker = worker
    this.origin = origin
  }

  async tell(command: ServerCommand): Promise<ServerReport> {
    const reported = once(this.#worker, 'message') as Promise<[ServerReport]>
    this.#worker.postMessage(command)
    const [report] = await reported
    return report
  }

  async report(): Promise<ServerReport> {
    return this.tell({})
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate()
  }
}

let program: Promise<string> | null = null

/** Compiled once: a thread does not load TypeScript. */
async function serverProgram(): Promise<string> {
  program ??= bundle()
  return program
}

async function bundle(): Promise<string> {
  const input = fileURLToPath(new URL('range-server-worker.ts', import.meta.url))
  const bundled = await rolldown({ input, platform: 'node', logLevel: 'silent' })
  const { output } = await bundled.generate({ format: 'esm' })
  return `data:text/javascript,${encodeURIComponent(output[0].code)}`
}
