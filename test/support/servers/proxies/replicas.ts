import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Started, start } from '../../../cli/run-command.ts'
import { freePort } from '../free-port.ts'

/** Of a test of restarts, all the time. */
const CLIENTS = 64

/**
 * ms that a client waits between two requests, times its number: some never let go of their
 * connection, and others have one that is idle, and may be closed as they use it again.
 */
const PAUSE = 10

/** Processes that serve copies of the same recordings, each at a port of its own. */
export class Replicas implements AsyncDisposable {
  readonly ports: readonly number[]
  readonly #folder: string
  readonly #args: readonly string[]
  readonly #running: Started[] = []

  /**
   * @param recordings folder that each copies
   * @param args of `spikeql serve`, besides folder and port
   */
  static async start(recordings: string, count: number, args: readonly string[]) {
    const ports: number[] = []
    for (let i = 0; i < count; i++) {
      const copy = join(recordings, `copy-${i}`)
      await mkdir(copy)
      for (const name of await readdir(recordings)) {
        if (name.endsWith('.nwb')) await copyFile(join(recordings, name), join(copy, name))
      }
      ports.push(await freePort())
    }
    const replicas = new Replicas(recordings, ports, args)
    replicas.#running.push(...(await Promise.all(ports.map((_, i) => replicas.#start(i)))))
    return replicas
  }

  private constructor(folder: string, ports: readonly number[], args: readonly string[]) {
    this.#folder = folder
    this.ports = ports
    this.#args = args
  }

  /**
   * Restart them one after the other, while clients go on sending requests.
   *
   * @param send a request of a client; throws where it fails
   * @returns what was thrown
   */
  async restartUnderClients(send: (client: number) => Promise<void>): Promise<unknown[]> {
    const failures: unknown[] = []
    let received = 0
    let isOver = false
    const client = async (id: number) => {
      while (!isOver) {
        await send(id).catch((error) => failures.push(error))
        received++
        await setTimeout(id * PAUSE)
      }
    }
    const clients = Array.from({ length: CLIENTS }, (_, id) => client(id))
    for (const i of this.ports.keys()) {
      const before = received
      this.#running[i]?.process.kill('SIGTERM')
      expect((await this.#running[i]?.ended)?.code).toBe(0)
      this.#running[i] = await this.#start(i)
      // All clients have been answered meanwhile, and more than once.
      await expect.poll(() => received - before).toBeGreaterThan(2 * CLIENTS)
    }
    isOver = true
    await Promise.all(clients)
    return failures
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { process: child, ended } of this.#running) {
      child.kill('SIGTERM')
      await ended
    }
  }

  async #start(i: number): Promise<Started> {
    const folder = join(this.#folder, `copy-${i}`)
    const port = `${this.ports[i]}`
    const replica = start(['serve', folder, '--port', port, '--threads', '1', ...this.#args])
    await replica.seen(/Ctrl-C/)
    return replica
  }
}
