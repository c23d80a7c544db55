import type { ByteRange } from '../../../byte-sources/byte-source.ts'
import type { WatchedSource } from '../../../byte-sources/watched-source.ts'
import { filter } from '../../../hdf5/chunks/chunk-filters.ts'
import type { Hdf5Dataset } from '../../../hdf5/hdf5-dataset.ts'
import { ChunkedSpikes } from './chunked-spikes.ts'
import { LibrarySpikes } from './library-spikes.ts'
import { PlainSpikes } from './plain-spikes.ts'
import type { SpikeSource } from './spike-source.ts'

const BYTES = Float64Array.BYTES_PER_ELEMENT

/** An entry as libhdf5 gives it, and what libhdf5 read for it. */
interface WatchedEntry {
  readonly entry: number
  readonly bits: bigint
  readonly reads: readonly ByteRange[]
}

/** The fastest source that gives what libhdf5 gives. */
export function openSpikes(dataset: Hdf5Dataset, file: WatchedSource): SpikeSource {
  const library = new LibrarySpikes(dataset)
  if (!dataset.isFloat64 || dataset.shape.length !== 1 || dataset.length === 0) return library
  return (
    (dataset.chunkLength === null
      ? findPlain(dataset, file, library)
      : findChunked(dataset, file)) ?? library
  )
}

/**
 * libhdf5 does not report where a dataset lies, but reads it from there: it is watched while it
 * reads single entries, each last. What is found is believed only if first, middle and last
 * entry agree in place and bits.
 */
function findPlain(dataset: Hdf5Dataset, file: WatchedSource, library: LibrarySpikes) {
  const { length } = dataset
  const watched = [0, length >>> 1, length - 1].map((entry): WatchedEntry => {
    const reads: ByteRange[] = []
    file.reads = reads
    const bits = bitsOf(library, entry)
    file.reads = null
    return { entry, bits, reads }
  })
  const begins = watched.map(({ entry, reads }) => (reads.at(-1)?.position ?? -1) - entry * BYTES)
  const [begin] = begins as [number]
  const isInside = begin >= 0 && begin + length * BYTES <= file.size
  if (!isInside || !begins.every((other) => other === begin)) return null
  const found = new PlainSpikes(file, begin, length)
  return watched.every(({ entry, bits }) => bitsOf(found, entry) === bits) ? found : null
}

/** Chunks all of which were written, and went through no filters but shuffle and deflate. */
function findChunked(dataset: Hdf5Dataset, file: WatchedSource): ChunkedSpikes | null {
  const { chunked } = dataset
  if (!chunked?.isUniform) return null
  const [first, ...others] = chunked.filters
  const isShuffled = first?.id === filter.shuffle && first.parameters[0] === BYTES
  const rest = isShuffled ? others : chunked.filters
  const isDeflated = rest[0]?.id === filter.deflate
  if (rest.length > Number(isDeflated)) return null
  const layout = { chunkLength: dataset.chunkLength as number, isShuffled, isDeflated }
  return new ChunkedSpikes(file, dataset.length, chunked.index, layout, (cause) =>
    dataset.damaged(cause),
  )
}

function bitsOf(source: SpikeSource, entry: number): bigint {
  const value = new Float64Array(1)
  source.read(value, entry)
  return new BigUint64Array(value.buffer)[0]
}
