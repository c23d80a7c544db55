import type { Worker } from 'node:worker_threads'

/**
 * Threads that have not yet loaded what they run. Piscina loads it by `require`; Node 20 ends the
 * whole process, with a stack trace, when a thread is terminated while it requires a module.
 */
export class ThreadsLoading {
  readonly #loading = new Map<Worker, Promise<void>>()

  /** Threads that have just been started. */
  add(threads: readonly Worker[]): void {
    for (const thread of threads) {
      const loaded = new Promise<void>((resolve) => {
        // Its first message says that it has loaded; one that fails says so by its end.
        thread.once('message', resolve).once('exit', resolve)
      })
      this.#loading.set(
        thread,
        loaded.then(() => {
          this.#loading.delete(thread)
        }),
      )
      // Listeners keep the process alive.
      thread.unref()
    }
  }

  /** Settles when each has loaded, or has ended. */
  async over(): Promise<void> {
    for (const thread of this.#loading.keys()) thread.ref()
    await Promise.all(this.#loading.values())
  }
}
