import { Worker } from 'node:worker_threads'
import { DiskSilentError } from './disk.ts'
import type { DiskOperations, DiskRequest, DiskResponse } from './disk-worker.ts'

/** Stats and names of files are small. */
const HEAP_MB = 32

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/**
 * The thread that looks at one place. When it has not answered for some time, everything that waits
 * for it fails, and every other request fails at once, until it answers again: a system call that
 * hangs cannot be given up, but nothing else has to wait for it.
 */
export class DiskThread {
  readonly #workerFile: URL
  readonly #patienceMs: number
  readonly #onSilence: () => void
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #timer: NodeJS.Timeout | null = null
  /** It has begun to answer: starting may take long on a busy machine, whatever the disk does. */
  #isReady = false
  #isSilent = false
  #nextId = 0

  /** @param patienceSeconds for which the thread may be without a response */
  constructor(workerFile: URL, patienceSeconds: number, onSilence: () => void) {
    this.#workerFile = workerFile
    this.#patienceMs = 1000 * patienceSeconds
    this.#onSilence = onSilence
  }

  get isSilent(): boolean {
    return this.#isSilent
  }

  request<Name extends keyof DiskOperations>(
    name: Name,
    argument: Parameters<DiskOperations[Name]>[0],
  ): Promise<ReturnType<DiskOperations[Name]>> {
    if (this.#isSilent) return Promise.reject(this.#silence())
    this.#worker ??= this.#start()
    const id = this.#nextId++
    if (this.#isReady) this.#timer ??= this.#startTimer()
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      // The process does not end while someone waits for a response, and does when no one does.
      this.#worker?.ref()
      this.#worker?.postMessage({ id, name, argument } satisfies DiskRequest)
    })
  }

  #start(): Worker {
    const worker = new Worker(this.#workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 1 },
    })
    worker.on('message', (response: DiskResponse) => this.#take(response))
    // A fault of ours; the next request starts another.
    worker.on('error', (error) => this.#end(error))
    // After the listeners: each keeps the process alive again.
    worker.unref()
    return worker
  }

  #take(response: DiskResponse): void {
    this.#isReady = true
    this.#isSilent = false
    const waiting = this.#waiting.get(response.id)
    this.#waiting.delete(response.id)
    this.#stopTimer()
    if (this.#waiting.size > 0) this.#timer = this.#startTimer()
    else this.#worker?.unref()
    if ('result' in response) waiting?.resolve(response.result)
    else waiting?.reject(Object.assign(new Error(response.message), { code: response.code }))
  }

  #startTimer(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = null
      this.#isSilent = true
      this.#rejectAll(this.#silence())
      this.#onSilence()
    }, this.#patienceMs).unref()
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #end(error: Error): void {
    this.#stopTimer()
    this.#worker = null
    this.#isReady = false
    this.#isSilent = false
    this.#rejectAll(error)
  }

  #rejectAll(error: Error): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#worker?.unref()
    for (const { reject } of waiting) reject(error)
  }

  #silence(): DiskSilentError {
    return new DiskSilentError(this.#patienceMs / 1000)
  }
}
