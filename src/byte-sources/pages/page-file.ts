import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { PAGE_BYTES } from './page-table.ts'

/** Of the file of checksums: what it is, in this version of the format. */
const HEADER = 'SpikeQL pages 1\n'
const CRC_BYTES = Uint32Array.BYTES_PER_ELEMENT

/**
 * Pages of one remote file on disk: a sparse file as long as it, in which pages lie where they lie
 * there, and a file of their checksums. A page whose checksum is not right was never written, or
 * damaged since, and is not there. Several processes may write the same pages.
 */
export class PageFile {
  readonly #data: FileHandle
  readonly #sums: FileHandle
  /** of each page; 0: not there */
  readonly #known: Uint32Array
  readonly #size: number

  /** @param path of the pages; that of the checksums ends in .sums */
  static async open(path: string, size: number): Promise<PageFile> {
    const data = await open(path, 'a+')
      .then((created) => created.close())
      .then(() => open(path, 'r+'))
    try {
      const sumsPath = `${path}.sums`
      await (await open(sumsPath, 'a+')).close()
      const sums = await open(sumsPath, 'r+')
      const known = new Uint32Array(Math.ceil(size / PAGE_BYTES))
      if (!(await hasHeader(sums))) {
        await sums.truncate(0)
        await sums.write(HEADER, 0)
      } else {
        await sums.read(new Uint8Array(known.buffer), 0, known.byteLength, HEADER.length)
      }
      return new PageFile(data, sums, known, size)
    } catch (error) {
      await data.close()
      throw error
    }
  }

  private constructor(data: FileHandle, sums: FileHandle, known: Uint32Array, size: number) {
    this.#data = data
    this.#sums = sums
    this.#known = known
    this.#size = size
  }

  /** Whether a page seems to be there. */
  has(page: number): boolean {
    return this.#known[page] !== 0
  }

  /**
   * Pages that follow each other.
   *
   * @returns each page, or null where it is not there
   */
  async read(from: number, to: number): Promise<(Uint8Array | null)[]> {
    const begin = from * PAGE_BYTES
    const bytes = new Uint8Array(Math.min(this.#size, to * PAGE_BYTES) - begin)
    const { bytesRead } = await this.#data.read(bytes, 0, bytes.length, begin)
    return Array.from({ length: to - from }, (_, i) => {
      const page = bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES)
      const isRead = i * PAGE_BYTES + page.length <= bytesRead
      if (isRead && sumOf(page) === this.#known[from + i]) return page
      this.#known[from + i] = 0
      return null
    })
  }

  /** Keep pages from `from` on. The checksums follow the pages, so that none is there too early. */
  async write(from: number, bytes: Uint8Array): Promise<void> {
    await this.#data.write(bytes, 0, bytes.length, from * PAGE_BYTES)
    const count = Math.ceil(bytes.length / PAGE_BYTES)
    const sums = Uint32Array.from({ length: count }, (_, i) =>
      sumOf(bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES)),
    )
    const place = HEADER.length + from * CRC_BYTES
    await this.#sums.write(new Uint8Array(sums.buffer), 0, sums.byteLength, place)
    this.#known.set(sums, from)
  }

  async close(): Promise<void> {
    await Promise.all([this.#data.close(), this.#sums.close()])
  }
}

/** 0 stands for no page. */
const sumOf = (page: Uint8Array) => crc32(page) || 1

async function hasHeader(file: FileHandle): Promise<boolean> {
  const bytes = Buffer.alloc(HEADER.length)
  await file.read(bytes, 0, bytes.length, 0)
  return bytes.toString('latin1') === HEADER
}
