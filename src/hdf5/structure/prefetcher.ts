import type { ByteRange, ByteSource } from '../../byte-sources/byte-source.ts'
import type { FileLayout } from '../superblock.ts'
import { TEXT_REFERENCE_BYTES, textHeaps } from './attribute-heaps.ts'
import { collectionBegins, collectionRests, fetchParts } from './fetch-parts.ts'
import type { StoredStructure } from './walk-structure.ts'

/** Columns of all tables but spikes and waveforms; larger ones are fetched when they are read. */
const MOST_PREFETCHED_BYTES = 2 ** 20

/** What libhdf5 reads to find a few entries. */
const SIEVE_BYTES = 2 ** 16

/** Places of datasets: of texts, which refer to others, and of the rest. */
interface WantedData {
  readonly texts: readonly ByteRange[]
  readonly others: readonly ByteRange[]
}

/** Fetches together what will be read one after the other, where each read would be a wait. */
export class Prefetcher {
  readonly #source: ByteSource
  readonly #layout: FileLayout
  readonly #structure: StoredStructure
  #areTextsFetched = false

  constructor(source: ByteSource, layout: FileLayout, structure: StoredStructure) {
    this.#source = source
    this.#layout = layout
    this.#structure = structure
  }

  /** Have the datasets that will be wanted first come meanwhile: texts before others. */
  begin(isWanted: (path: string) => boolean): void {
    this.#beginWith(this.#wantedData(isWanted), this.#attributeTexts())
  }

  /** Datasets in one piece, and not large; of texts also what they refer to. */
  datasets(isWanted: (path: string) => boolean): void {
    const wanted = this.#wantedData(isWanted)
    const { texts, others } = wanted
    const ofAttributes = this.#attributeTexts()
    this.#beginWith(wanted, ofAttributes)
    this.#areTextsFetched = true
    const parts = fetchParts(this.#source, [...texts, ...ofAttributes])
    const rests = collectionRests(ofAttributes, parts.slice(texts.length))
    this.#fetchTexts(parts.slice(0, texts.length), rests)
    fetchParts(this.#source, others)
  }

  /**
   * The first, middle and last entries of datasets in one piece, as libhdf5 will read them; it goes
   * on meanwhile.
   */
  probes(paths: readonly string[]): void {
    const places = paths.flatMap((path) => this.#structure.data.get(path) ?? [])
    this.#source.prefetch(
      places.flatMap(({ position, length }) =>
        [0, Math.floor(length / 2), length - SIEVE_BYTES].map((from) => {
          const start = Math.max(0, Math.min(from, length - 1))
          return { position: position + start, length: Math.min(SIEVE_BYTES, length - start) }
        }),
      ),
    )
  }

  /** Single texts of datasets, by their rows. */
  texts(wanted: readonly { readonly path: string; readonly rows: readonly number[] }[]): void {
    const { data, texts } = this.#structure
    const ranges = wanted.flatMap(({ path, rows }) => {
      const all = data.get(path)
      if (!all || !texts.has(path)) return []
      return rows.map((row) => {
        const from = row * TEXT_REFERENCE_BYTES
        const length = Math.min(SIEVE_BYTES, all.length - from)
        return { position: all.position + from, length }
      })
    })
    const ofRows = fetchParts(this.#source, ranges).map((bytes) =>
      bytes.subarray(0, TEXT_REFERENCE_BYTES),
    )
    this.#fetchTexts(ofRows, [])
  }

  /** The collections that elements refer to, and other parts. */
  #fetchTexts(elements: readonly Uint8Array[], others: readonly ByteRange[]): void {
    const addresses = new Set(elements.flatMap(textHeaps))
    const positions = Array.from(addresses, (address) => this.#layout.base + address)
    const begins = collectionBegins(this.#source, new Set(positions))
    const parts = fetchParts(this.#source, [...begins, ...others])
    fetchParts(this.#source, collectionRests(begins, parts))
  }

  #beginWith({ texts, others }: WantedData, ofAttributes: readonly ByteRange[]): void {
    this.#source.prefetch([...texts, ...ofAttributes])
    this.#source.prefetch(others)
  }

  /** Datasets in one piece that are wanted, but for large ones. */
  #wantedData(isWanted: (path: string) => boolean): WantedData {
    const texts: ByteRange[] = []
    const others: ByteRange[] = []
    for (const [path, range] of this.#structure.data) {
      if (range.length > MOST_PREFETCHED_BYTES || !isWanted(path)) continue
      if (this.#structure.texts.has(path)) texts.push(range)
      else others.push(range)
    }
    return { texts, others }
  }

  /** The texts of attributes, which are wanted by whatever is read first. */
  #attributeTexts(): ByteRange[] {
    return this.#areTextsFetched ? [] : collectionBegins(this.#source, this.#structure.heaps)
  }
}
