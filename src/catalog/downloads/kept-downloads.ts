import type { DownloadRegister } from '../../byte-sources/downloads/download-register.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { RemoteFile } from '../remote/remote-place.ts'
import { type Downloaded, downloadFile } from './download-file.ts'
import { targetIn } from './path-inside-folder.ts'

export interface KeptDownloadsOptions {
  readonly client: RemoteClient
  /** of files that are kept */
  readonly folder: string
  readonly register: DownloadRegister
  readonly onDownloaded: (path: string, downloaded: Downloaded) => void
  readonly onFailure: (file: RemoteFile, error: unknown) => void
}

/** Fewer than a download that no one waits beside: requests of clients share the line. */
const PARTS_AT_ONCE = 4

/** ms after a failure, before which a file is not tried again. */
const PAUSE = 60_000

/** Downloads files that were requested, one after another, while they are read by ranges. */
export class KeptDownloads implements AsyncDisposable {
  readonly #options: KeptDownloadsOptions
  /** by what is shown of the address: when it may be tried again, in ms */
  readonly #begun = new Map<string, number>()
  readonly #stop = new AbortController()
  #last = Promise.resolve()

  constructor(options: KeptDownloadsOptions) {
    this.#options = options
  }

  /** Have a file downloaded, unless it is already, or is going to be. */
  want(file: RemoteFile): void {
    const { text } = file.address
    if (performance.now() < (this.#begun.get(text) ?? 0)) return
    this.#begun.set(text, Number.POSITIVE_INFINITY)
    this.#last = this.#last.then(() => this.#download(file))
  }

  /** Ends what is under way; it goes on when the file is requested again. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await this.#last
  }

  async #download(file: RemoteFile): Promise<void> {
    const { client, folder, register, onDownloaded, onFailure } = this.#options
    const { signal } = this.#stop
    if (signal.aborted) return
    try {
      const target = targetIn(folder, file.localPath)
      const options = { client, register, signal, partsAtOnce: PARTS_AT_ONCE }
      const downloaded = await downloadFile(file, target, options)
      if (downloaded.fetched > 0) onDownloaded(target, downloaded)
    } catch (error) {
      if (signal.aborted) return
      this.#begun.set(file.address.text, performance.now() + PAUSE)
      onFailure(file, error)
    }
  }
}
