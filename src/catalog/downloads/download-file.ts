import { type FileHandle, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DownloadRegister } from '../../byte-sources/downloads/download-register.ts'
import { checksumOf, journalPath, PartJournal } from '../../byte-sources/downloads/part-journal.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { type RemoteIdentity, remoteKey } from '../../byte-sources/remote/remote-identity.ts'
import { identityAt, isSameFile } from '../../byte-sources/source-identity.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { DownloadError, RecordingError } from '../../errors.ts'
import type { FileDigest, RemoteFile } from '../remote/remote-place.ts'
import { digestOf, matchesTag } from './file-check.ts'
import { takeLock } from './file-lock.ts'
import { PartWriter } from './part-writer.ts'
import { RunningDigest } from './running-digest.ts'

export interface DownloadOptions {
  readonly client: RemoteClient
  readonly signal?: AbortSignal | undefined
  /** where other processes see what has come; left out: nowhere */
  readonly register?: DownloadRegister | null | undefined
  /** whether a file in the way, which is not what is downloaded, is replaced */
  readonly replaces?: boolean | undefined
  /** of a part, which is what can be lost when the program ends */
  readonly partBytes?: number | undefined
  readonly partsAtOnce?: number | undefined
  /** bytes that a folder's disk has left */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined
  readonly onProgress?: ((bytes: number, size: number) => void) | undefined
}

export interface Downloaded {
  /** bytes */
  readonly size: number
  /** bytes that came over the network now */
  readonly fetched: number
  /** what the file was compared with; `size` where nothing else is known */
  readonly checkedBy: 'sha256' | 'blake2b512' | 'entity tag' | 'size'
}

const PART_BYTES = 8 * 2 ** 20
const PARTS_AT_ONCE = 8

/** Of a disk, what is left free. */
const SPARE_BYTES = 64 * 2 ** 20

/**
 * Download a file, in parts, to where it is not seen until it is whole and was checked. A download
 * that was interrupted, however, goes on where it was, if the file is still the same.
 *
 * @throws RecordingError when it cannot be fetched, DownloadError when it cannot be written
 */
export async function downloadFile(
  file: RemoteFile,
  target: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  const { client, signal } = options
  const identity = await client.identify(file.address, { signal })
  if (file.identity && file.identity.size !== identity.size) {
    throw new RecordingError('FILE_CHANGED', file.address.name)
  }
  await mkdir(dirname(target), { recursive: true })
  const there = await stat(target).catch(() => null)
  if (there) {
    const isSame =
      there.size === identity.size &&
      ((await isVerified(file, identity, target, options)) || (await isRight(file, target, signal)))
    if (isSame) return { size: identity.size, fetched: 0, checkedBy: 'size' }
    if (!options.replaces) throw inTheWay(target, there.size, identity.size)
  }
  await using lock = await takeLock(`${target}.lock`)
  if (!lock)
    throw new DownloadError(
      `Another process is downloading ${target}. If there is none, delete ${target}.lock.`,
    )
  return new Download(file, identity, target, options).run()
}

/** Whether a file that is there is one that was downloaded, and verified then. */
async function isVerified(
  { address }: RemoteFile,
  identity: RemoteIdentity,
  target: string,
  { register }: DownloadOptions,
): Promise<boolean> {
  const known = await register?.get(remoteKey(address, identity))
  if (!known?.verified || known.path !== resolve(target)) return false
  return isSameFile(known.verified, await identityAt(target))
}

/** Whether a file that is there is what would be downloaded, as far as its digest says. */
async function isRight(file: RemoteFile, target: string, signal: AbortSignal | undefined) {
  const digest = await file.digest(signal)
  return digest === null || (await digestOf(target, digest.algorithm, signal)) === digest.hex
}

function inTheWay(target: string, size: number, wanted: number): DownloadError {
  const found =
    size < wanted
      ? `has ${size} of ${wanted} bytes: another program's download of it was interrupted`
      : 'differs from the file to be downloaded'
  return new DownloadError(`${target} ${found}. Delete it, or replace it with --replace.`)
}

class Download {
  readonly #file: RemoteFile
  readonly #identity: RemoteIdentity
  readonly #target: string
  readonly #options: DownloadOptions
  #fetched = 0

  constructor(
    file: RemoteFile,
    identity: RemoteIdentity,
    target: string,
    options: DownloadOptions,
  ) {
    this.#file = file
    this.#identity = identity
    this.#target = target
    this.#options = options
  }

  get #part(): string {
    return `${this.#target}.part`
  }

  async run(): Promise<Downloaded> {
    const { size } = this.#identity
    const { partBytes = PART_BYTES, register, signal } = this.#options
    const key = remoteKey(this.#file.address, this.#identity)
    const hasPart = (await stat(this.#part).catch(() => null))?.size === size
    const path = journalPath(this.#part)
    if (!hasPart) await rm(path, { force: true })
    const journal = await PartJournal.open(path, { key, size, partBytes })
    await this.#forgetDamaged(journal, partBytes)
    await register?.set(key, { path: resolve(this.#part), verified: null })
    const digest = await this.#file.digest(signal)
    const written = journal.done.keys()
    const running =
      digest && new RunningDigest(this.#part, digest.algorithm, { size, partBytes }, written)
    await this.#fetchParts(journal, partBytes, (part) => running?.add(part))
    const checkedBy =
      digest && running
        ? await this.#compare(digest, await running.finish(signal), journal)
        : await this.#checkTag()
    await rename(this.#part, this.#target)
    await journal.remove()
    await syncFolder(dirname(this.#target))
    const verified = await identityAt(this.#target)
    await register?.set(key, { path: resolve(this.#target), verified })
    return { size, fetched: this.#fetched, checkedBy }
  }

  /** Parts that the disk does not have as they came are fetched again. */
  async #forgetDamaged({ done }: PartJournal, partBytes: number): Promise<void> {
    if (done.size === 0) return
    const file = await open(this.#part, 'r')
    try {
      const buffer = new Uint8Array(partBytes)
      for (const [part, checksum] of done) {
        this.#options.signal?.throwIfAborted()
        const length = this.#lengthOf(part, partBytes)
        const isSound = checksumOf(await readPart(file, buffer, part, length)) === checksum
        if (!isSound) done.delete(part)
      }
    } finally {
      await file.close()
    }
  }

  #lengthOf(part: number, partBytes: number): number {
    return Math.min(partBytes, this.#identity.size - part * partBytes)
  }

  async #fetchParts(
    journal: PartJournal,
    partBytes: number,
    onWritten: (part: number) => void,
  ): Promise<void> {
    const { size } = this.#identity
    const count = Math.ceil(size / partBytes)
    const missing = Array.from({ length: count }, (_, part) => part).filter(
      (part) => !journal.done.has(part),
    )
    const lengthOf = (part: number) => this.#lengthOf(part, partBytes)
    let here = size - missing.reduce((sum, part) => sum + lengthOf(part), 0)
    await this.#assertSpace(size - here)
    const output = await open(this.#part, here > 0 ? 'r+' : 'w+')
    try {
      await output.truncate(size)
      const { partsAtOnce = PARTS_AT_ONCE, onProgress } = this.#options
      onProgress?.(here, size)
      const writer = new PartWriter(output, journal, partBytes, onWritten)
      const buffers: Uint8Array<ArrayBuffer>[] = []
      await untilOneFails(partsAtOnce, missing, this.#options.signal, async (part, signal) => {
        const buffer = buffers.pop() ?? new Uint8Array(partBytes)
        const length = lengthOf(part)
        const from = part * partBytes
        const bytes = buffer.subarray(0, length)
        await this.#fetchRange({ from, to: from + length }, bytes, signal)
        await writer.write(part, bytes, () => buffers.push(buffer))
        here += length
        this.#fetched += length
        onProgress?.(here, size)
      }).finally(() => writer.finish())
    } finally {
      await output.close()
    }
  }

  async #fetchRange(
    range: { readonly from: number; readonly to: number },
    bytes: Uint8Array,
    signal: AbortSignal,
  ): Promise<void> {
    const { client } = this.#options
    await client.range(this.#file.address, this.#identity, range, bytes, { signal })
  }

  /** @throws DownloadError when the bytes are not those that were published */
  async #compare(
    { algorithm, hex }: FileDigest,
    found: string,
    journal: PartJournal,
  ): Promise<FileDigest['algorithm']> {
    if (found === hex) return algorithm
    await rm(this.#part, { force: true })
    await journal.remove()
    throw new DownloadError(
      `${this.#file.address.name} was downloaded, but its ${algorithm} does not match the published one. It was deleted; download it again.`,
    )
  }

  /** Where no digest was published. */
  async #checkTag(): Promise<'entity tag' | 'size'> {
    const { signal } = this.#options
    const { etag, size } = this.#identity
    const isS3 = this.#file.address.place.kind === 's3'
    const isMatch = isS3 && etag !== null && (await matchesTag(this.#part, size, etag, signal))
    return isMatch ? 'entity tag' : 'size'
  }

  async #assertSpace(needed: number): Promise<void> {
    const { freeBytes = freeBytesOf } = this.#options
    const free = await freeBytes(dirname(this.#target))
    if (free >= needed + SPARE_BYTES) return
    throw new DownloadError(
      `${dirname(this.#target)} has ${free} bytes free, and ${needed} are needed for ${this.#file.address.name}. Make room, or choose another place with --to.`,
    )
  }
}

/**
 * Do something with each item, some at once; the first failure ends all, and is thrown when all
 * have ended.
 */
async function untilOneFails<Item>(
  limit: number,
  items: readonly Item[],
  stop: AbortSignal | undefined,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController()
  const signal = stop ? AbortSignal.any([stop, failure.signal]) : failure.signal
  await mapAtMost(limit, items, async (item) => {
    if (signal.aborted) return
    try {
      await work(item, signal)
    } catch (error) {
      failure.abort(error)
    }
  })
  signal.throwIfAborted()
}

/** @param buffer as long as all parts but the last */
async function readPart(
  file: FileHandle,
  buffer: Uint8Array,
  part: number,
  length: number,
): Promise<Uint8Array> {
  const { bytesRead } = await file.read(buffer, 0, length, part * buffer.length)
  return buffer.subarray(0, bytesRead)
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** So that the name is there after the machine stopped; some systems cannot. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
