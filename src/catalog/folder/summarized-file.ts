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

/** What a session is found by: identifier, type, genotype, sex, age, and acronyms of areas. */
type Found = readonly [
  identifier: string,
  sessionType: string | null,
  genotype: string | null,
  sex: string | null,
  ageInDays: number | null,
  recordedAcronyms: readonly string[],
]

type AreaRow = readonly [
  acronym: string,
  channelCount: number,
  unitCount: number,
  passingUnitCount: number,
]

/**
 * What lists say of a session, as it is kept: a line with what it is found by, which a start reads
 * of every session, and one with the rest.
 */
export function packSummary({ areas, recordedAreas, ...rest }: SessionDescription): Uint8Array {
  const { identifier, sessionType, subject } = rest.metadata
  const { genotype = null, sex = null, ageInDays = null } = subject ?? {}
  const recordedAcronyms = (recordedAreas ?? []).map(({ acronym }) => acronym)
  const found: Found = [identifier, sessionType, genotype, sex, ageInDays, recordedAcronyms]
  const rows = areas.map(
    ({ acronym, channelCount, unitCount, passingUnitCount }): AreaRow => [
      acronym,
      channelCount,
      unitCount,
      passingUnitCount,
    ],
  )
  return Buffer.from(`${JSON.stringify(found)}\n${JSON.stringify({ ...rest, areas: rows })}`)
}

const LINE_END = 10

function unpackFound(summary: Uint8Array): Found {
  return JSON.parse(textOf(summary, 0, summary.indexOf(LINE_END)))
}

function unpackSummary(summary: Uint8Array): SessionDescription {
  const recorded = new Set(unpackFound(summary).at(-1) as Found[5])
  const { areas: rows, ...rest } = JSON.parse(
    textOf(summary, summary.indexOf(LINE_END) + 1, summary.length),
  )
  const areas = (rows as readonly AreaRow[]).map(
    ([acronym, channelCount, unitCount, passingUnitCount]) => ({
      acronym,
      channelCount,
      unitCount,
      passingUnitCount,
    }),
  )
  return { ...rest, areas, recordedAreas: areas.filter(({ acronym }) => recorded.has(acronym)) }
}

function textOf({ buffer, byteOffset }: Uint8Array, from: number, to: number): string {
  return Buffer.from(buffer, byteOffset + from, to - from).toString()
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
    const [identifier, sessionType, genotype, sex, ageInDays, acronyms] = unpackFound(summary)
    const same = (text: string | null) => sameText(text, tools.texts)
    this.path = path
    this.place = place
    this.fileSize = fileSize
    this.identifier = identifier
    this.plainId = plainId({ identifier, path })
    this.sessionType = same(sessionType)
    this.genotype = same(genotype)
    this.sex = same(sex)
    this.ageInDays = ageInDays
    this.recordedAcronyms = acronyms.map((acronym) => same(acronym) ?? acronym)
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
