import { createHash, type Hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { ByteSource } from '../byte-sources/byte-source.ts'
import { RecordingError } from '../errors.ts'
import type { Hdf5File } from '../hdf5/hdf5-file.ts'
import type { SpikeSource } from './spikes/sources/spike-source.ts'

const MEGABYTE = 2 ** 20

/** How much of a file its version is made from; see {@link contentVersion}. */
export interface VersionLimits {
  /** files up to this size are read whole */
  readonly wholeBytes: number
  /** blocks of a larger one, evenly spread; the first and the last bytes are among them */
  readonly sampleCount: number
  readonly sampleBytes: number
  /**
   * megabytes of spike times of a larger one that are read; of more, so many that are evenly spread
   */
  readonly spikeBlocks: number
  /** datasets of a larger one that are read whole, wherever they lie */
  readonly datasetBytes: number
  /** groups and datasets of a larger one that are looked at, in order of their paths */
  readonly objectCount: number
}

/**
 * Every server must choose alike: a change of these numbers changes the addresses of large
 * files. 256 MB take 0.15 s to read and hash from memory. Of a full session (2.2 GB, of
 * which 0.9 GB are spike times) structure and samples take 0.2 s, the spike times 0.3 s
 * more; all of it, with SHA-256, 1.3 s.
 */
export const versionLimits: VersionLimits = {
  wholeBytes: 256 * MEGABYTE,
  sampleCount: 512,
  sampleBytes: 32 * 1024,
  spikeBlocks: 1024,
  datasetBytes: MEGABYTE,
  objectCount: 5000,
}

const DIGITS = 12

/**
 * Attributes of nearly every object, on which no response depends. Reading them
 * would take half of the time.
 */
const unreadAttributes = ['namespace', 'object_id']

/** Copies of NWB's own schema, as large as the rest of the structure. */
const SCHEMA_GROUP = '/specifications'

/** Spike times whose checksum is taken at once: 1 MB. */
const ENTRIES_AT_ONCE = 2 ** 17

/**
 * A short name of what a file holds: equal for equal bytes, wherever and
 * since whenever they lie there.
 *
 * Of a file up to `wholeBytes` it is the beginning of its SHA-256, as sha256sum prints it: every
 * change is noticed. Of a larger one it is made from the size, all spike times (by their checksums;
 * of more than `spikeBlocks`, as many), attributes, and datasets up to `datasetBytes`, which is
 * what counts at an address depend on; and of samples of all bytes. So a change inside of another
 * larger dataset, such as waveforms, that keeps the size is noticed for certain when it is as long
 * as the distance of two samples (4 MB in a session of 2.2 GB), and else when it touches one.
 *
 * @param spikes the spike times of the file
 * @throws RecordingError when the file cannot be read
 */
export function contentVersion(
  file: Hdf5File,
  source: ByteSource,
  spikes: SpikeSource,
  limits: VersionLimits = versionLimits,
): string {
  const hash = createHash('sha256')
  if (source.size <= limits.wholeBytes) hashWhole(hash, source)
  else {
    // Begins like no HDF5 file, so that no small one hashes the same bytes.
    hash.update(`sampled 1 ${source.size}\n`)
    hashStructure(hash, file, limits)
    hashSpikes(hash, spikes, limits)
    hashSamples(hash, source, limits)
  }
  return hash.digest('hex').slice(0, DIGITS)
}

/** By CRC-32, which takes a third of the time of SHA-256, and misses one change in four billion. */
function hashSpikes(hash: Hash, spikes: SpikeSource, { spikeBlocks }: VersionLimits): void {
  const stored = Math.ceil(spikes.length / ENTRIES_AT_ONCE)
  const count = Math.min(stored, spikeBlocks)
  const buffer = new Float64Array(Math.min(spikes.length, ENTRIES_AT_ONCE))
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * stored) / count) * ENTRIES_AT_ONCE
    const entries = buffer.subarray(0, Math.min(buffer.length, spikes.length - from))
    try {
      spikes.read(entries, from)
    } catch (error) {
      if (!isOfContent(error)) throw error
      hash.update(`${error.code}\0`)
      continue
    }
    hash.update(`${crc32(new Uint8Array(entries.buffer, 0, entries.byteLength))}\0`)
  }
}

function hashWhole(hash: Hash, source: ByteSource): void {
  const buffer = new Uint8Array(Math.min(source.size, MEGABYTE))
  for (let position = 0; position < source.size; position += buffer.length) {
    const piece = buffer.subarray(0, Math.min(buffer.length, source.size - position))
    source.read(piece, position)
    hash.update(piece)
  }
}

function hashSamples(
  hash: Hash,
  source: ByteSource,
  { sampleCount, sampleBytes }: VersionLimits,
): void {
  const buffer = new Uint8Array(Math.min(sampleBytes, source.size))
  const last = source.size - buffer.length
  for (let i = 0; i < sampleCount; i++) {
    source.read(buffer, Math.floor((last * i) / (sampleCount - 1)))
    hash.update(buffer)
  }
}

function hashStructure(hash: Hash, file: Hdf5File, limits: VersionLimits): void {
  let left = limits.objectCount
  const waiting = ['/']
  for (let path = waiting.pop(); path !== undefined && left > 0; path = waiting.pop(), left--) {
    hash.update(`${path}\0`)
    try {
      for (const name of file.attributes.names(path)) {
        if (unreadAttributes.includes(name)) continue
        hash.update(`${name}=${file.attributes.text(path, name)}\0`)
      }
      hashDataset(hash, file, path, limits)
      const inner = file.children(path).map((name) => `${path === '/' ? '' : path}/${name}`)
      waiting.push(...inner.filter((child) => child !== SCHEMA_GROUP).reverse())
    } catch (error) {
      if (!isOfContent(error)) throw error
      hash.update(`${error.code}\0`)
    }
  }
}

function hashDataset(hash: Hash, file: Hdf5File, path: string, limits: VersionLimits): void {
  const dataset = file.dataset(path)
  if (!dataset) return
  hash.update(`${dataset.shape.join()}\0`)
  if (dataset.byteLength > limits.datasetBytes) return
  hash.update(dataset.bytes() ?? '')
}

/**
 * Whether an error is about what a file holds, and comes again from every copy, rather
 * than of the disk it lies on.
 */
function isOfContent(error: unknown): error is RecordingError {
  return (
    error instanceof RecordingError &&
    ['FILE_DAMAGED', 'EXTERNAL_DATA_REFUSED', 'FILTER_MISSING', 'UNSUPPORTED_LAYOUT'].includes(
      error.code,
    )
  )
}
