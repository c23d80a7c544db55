import { basename } from 'node:path'
import type { SessionDescription } from '../../sessions/describe-session.ts'
import type { DescribedFile } from '../../sessions/listed-session.ts'
import type { SessionFacets } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'
import { plainId } from './session-ids.ts'

/** What all files of a place need. */
export interface SummaryTools {
  reader(path: string): SessionReader
  /** the same text for equal ones: sessions of a laboratory have few genotypes */
  readonly texts: Map<string, string>
  readonly unpacked: UnpackedSummaries
}

/** Of how many files the summary stays unpacked: a page of sessions. */
const MOST_UNPACKED = 1000

/** Summaries requested lately. */
export class UnpackedSummaries {
  readonly #kept = new Map<Uint8Array, SessionDescription>()

  get(summary: Uint8Array): SessionDescription {
    const kept = this.#kept.get(summary)
    if (kept) return kept
    const unpacked = unpackSummary(summary)
    if (this.#kept.size >= MOST_UNPACKED) this.#kept.clear()
    this.#kept.set(summary, unpacked)
    return unpacked
  }
}

/** What lists say of a session, as it is kept. */
export function packSummary(description: SessionDescription): Uint8Array {
  return Buffer.from(JSON.stringify(description))
}

function unpackSummary(summary: Uint8Array): SessionDescription {
  const { buffer, byteOffset, length } = summary
  return JSON.parse(Buffer.from(buffer, byteOffset, length).toString())
}

/**
 * A recording of this machine as lists describe it: what it is chosen by, and the rest packed, for
 * there may be hundreds of thousands. Its reader is made when it is requested.
 */
export class SummarizedFile implements DescribedFile, SessionFacets {
  readonly path: string
  readonly place: string
  readonly fileSize: number
  readonly identifier: string
  /** see plainId */
  readonly plainId: string
  /** packed */
  readonly summary: Uint8Array
  readonly sessionType: string | null
  readonly genotype: string | null
  readonly sex: string | null
  readonly ageInDays: number | null
  readonly recordedAcronyms: readonly string[]
  readonly #tools: SummaryTools
  #reader: SessionReader | null

  /** @throws SyntaxError for a summary that is none */
  constructor(
    { path, fileSize, place }: Pick<SummarizedFile, 'path' | 'fileSize' | 'place'>,
    summary: Uint8Array,
    tools: SummaryTools,
    reader: SessionReader | null = null,
  ) {
    const { metadata, recordedAreas } = unpackSummary(summary)
    const { identifier, sessionType, subject } = metadata
    const same = (text: string | null | undefined) => sameText(text ?? null, tools.texts)
    this.path = path
    this.place = place
    this.fileSize = fileSize
    this.identifier = identifier
    this.plainId = plainId({ identifier, path })
    this.sessionType = same(sessionType)
    this.genotype = same(subject?.genotype)
    this.sex = same(subject?.sex)
    this.ageInDays = subject?.ageInDays ?? null
    this.recordedAcronyms = (recordedAreas ?? []).map(
      ({ acronym }) => sameText(acronym, tools.texts) ?? acronym,
    )
    this.summary = summary
    this.#tools = tools
    this.#reader = reader
  }

  get available() {
    return true
  }
  get fileName() {
    return basename(this.path)
  }
  get location() {
    return null
  }
  get facets() {
    return this
  }
  get reader(): SessionReader {
    this.#reader ??= this.#tools.reader(this.path)
    return this.#reader
  }
  get metadata() {
    return this.#unpacked.metadata
  }
  get areas() {
    return this.#unpacked.areas
  }
  get recordedAreas() {
    return this.#unpacked.recordedAreas
  }
  get unitCount() {
    return this.#unpacked.unitCount
  }
  get passingUnitCount() {
    return this.#unpacked.passingUnitCount
  }
  get channelCount() {
    return this.#unpacked.channelCount
  }
  get validChannelCount() {
    return this.#unpacked.validChannelCount
  }
  get probeCount() {
    return this.#unpacked.probeCount
  }

  get #unpacked(): SessionDescription {
    return this.#tools.unpacked.get(this.summary)
  }
}

function sameText(text: string | null, texts: Map<string, string>): string | null {
  if (text === null) return null
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}
