import { resolve, sep } from 'node:path'
import {
  type Disk,
  type FileStats,
  type FolderEntry,
  STATS,
  sharedDisk,
  type WatchedPlace,
} from './disk.ts'
import { DiskThread } from './disk-thread.ts'

export interface PlaceDisksOptions {
  /** the built disk-worker.js */
  readonly workerFile: URL
  /** seconds without a response after which a place counts as silent */
  readonly patienceSeconds?: number | undefined
}

/** The slowest network disks that are of use answer within a second. */
const DEFAULT_PATIENCE_SECONDS = 5

/** How often a place that works on something else is checked for a sign of life. */
const PING_MS = 1000

/** A message of a megabyte; a local disk takes some 50 ms. */
const PATHS_AT_ONCE = 10_000

interface Place {
  readonly path: string
  readonly thread: DiskThread
  readonly watchers: Set<AbortController>
}

/**
 * The disks of several places, each looked at by a thread of its own, so that one
 * that hangs holds up no other.
 */
export class PlaceDisks implements Disk {
  readonly #places: readonly Place[]
  readonly #timer: NodeJS.Timeout

  constructor(
    places: readonly string[],
    { workerFile, patienceSeconds = DEFAULT_PATIENCE_SECONDS }: PlaceDisksOptions,
  ) {
    // The innermost first, where one lies within another.
    const paths = [...new Set(places.map((place) => resolve(place)))]
    paths.sort((a, b) => b.length - a.length)
    this.#places = paths.map((path) => {
      const watchers = new Set<AbortController>()
      const stop = () => {
        for (const watcher of watchers) watcher.abort()
      }
      return { path, watchers, thread: new DiskThread(workerFile, patienceSeconds, stop) }
    })
    this.#timer = setInterval(() => this.#ping(), PING_MS).unref()
  }

  /** Whether a place, as it was given, does not answer. */
  isSilent(place: string): boolean {
    return this.#placeOf(place)?.thread.isSilent ?? false
  }

  /** Whether a thread waits for a disk, and would keep the process from ending. */
  get isAnySilent(): boolean {
    return this.#places.some(({ thread }) => thread.isSilent)
  }

  async stat(path: string): Promise<FileStats> {
    return this.#placeOf(path)?.thread.request('stat', path) ?? sharedDisk.stat(path)
  }

  /** All paths are of one place. */
  async statMany(paths: readonly string[]): Promise<Float64Array> {
    const thread = paths.length > 0 ? this.#placeOf(paths[0])?.thread : undefined
    if (!thread) return sharedDisk.statMany(paths)
    const all = new Float64Array(paths.length * STATS)
    for (let from = 0; from < paths.length; ) {
      const some = await thread.request('statSome', paths.slice(from, from + PATHS_AT_ONCE))
      all.set(some, from * STATS)
      from += some.length / STATS
    }
    return all
  }

  async realPath(path: string): Promise<string> {
    return this.#placeOf(path)?.thread.request('realPath', path) ?? sharedDisk.realPath(path)
  }

  async list(folder: string): Promise<FolderEntry[]> {
    return this.#placeOf(folder)?.thread.request('list', folder) ?? sharedDisk.list(folder)
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    const thread = this.#placeOf(path)?.thread
    if (!thread) return yield* sharedDisk.pieces(path)
    const descriptor = await thread.request('open', path)
    try {
      for (;;) {
        const piece = await thread.request('read', descriptor)
        if (piece.length === 0) return
        yield piece
      }
    } finally {
      await thread.request('close', descriptor).catch(() => {})
    }
  }

  watch(path: string): WatchedPlace {
    const place = this.#placeOf(path)
    const watcher = new AbortController()
    if (place?.thread.isSilent) watcher.abort()
    place?.watchers.add(watcher)
    return {
      silent: watcher.signal,
      [Symbol.dispose]: () => place?.watchers.delete(watcher),
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #ping(): void {
    for (const { path, thread, watchers } of this.#places) {
      // Whether it is there does not matter.
      if (watchers.size > 0 && !thread.isSilent) thread.request('stat', path).catch(() => {})
    }
  }

  #placeOf(path: string): Place | undefined {
    const full = resolve(path)
    return this.#places.find(({ path: place }) => {
      const folder = place.endsWith(sep) ? place : place + sep
      return full === place || full.startsWith(folder)
    })
  }
}
