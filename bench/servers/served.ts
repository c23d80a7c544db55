import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { startArguments, startEnvironment } from '../project.ts'

export interface ServedOptions {
  /** of `spikeql serve` */
  readonly options?: readonly string[]
  /** of node, as well as those of `npm start` */
  readonly nodeOptions?: readonly string[]
}

/** A server in a process of its own, started as `npm start` does, on any free port. */
export class Served implements AsyncDisposable {
  readonly process: ChildProcess
  /** without a slash at its end */
  readonly url: string

  private constructor(process: ChildProcess, url: string) {
    this.process = process
    this.url = url
  }

  /** Resolves when the server has read all recordings for the first time. */
  static async start(
    paths: readonly string[],
    { options = [], nodeOptions = [] }: ServedOptions = {},
  ): Promise<Served> {
    const program = [...nodeOptions, ...startArguments, ...paths, '--port', '0', ...options]
    const served = await Served.run(program)
    await untilReady(served.url)
    return served
  }

  /** @param nodeArguments a program that prints the address it listens on */
  static async run(nodeArguments: readonly string[]): Promise<Served> {
    const child = spawn(process.execPath, nodeArguments, {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      env: { ...process.env, ...startEnvironment },
    })
    const endWithUs = () => child.kill('SIGKILL')
    process.once('exit', endWithUs)
    child.once('exit', () => process.off('exit', endWithUs))
    return new Served(child, await addressOf(child))
  }

  get pid(): number {
    return this.process.pid as number
  }

  /** Resolves when its threads had time to start. */
  async settled(): Promise<this> {
    await setTimeout(700)
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.process, 'exit')
    this.process.kill('SIGINT')
    await ended
  }
}

async function untilReady(url: string): Promise<void> {
  const ready = await fetch(`${url}/health/ready`)
  await ready.arrayBuffer()
  if (ready.ok) return
  await setTimeout(50)
  return untilReady(url)
}

/** Reads on to the end: a pipe that is full or closed would stop the server. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const [address] = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(`the server ended before it listened: ${text}`)))
  })
}
