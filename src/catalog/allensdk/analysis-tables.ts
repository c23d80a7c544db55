import { join } from 'node:path'
import type { Disk } from '../../byte-sources/disk/disk.ts'
import { type FileIdentity, identityAt, isSameFile } from '../../byte-sources/source-identity.ts'
import { exactKey, parseWhole } from '../../domain/numeric/exact-numbers.ts'
import { RecordingError } from '../../errors.ts'
import type { AnalysisMetrics } from '../../sessions/session-catalog.ts'
import { readCsv } from './csv-table.ts'

/** The names that the AllenSDK has given the column of unit ids. */
const idColumns = ['ecephys_unit_id', 'unit_id', 'id']

interface ReadMetrics {
  readonly identity: FileIdentity
  readonly metrics: Promise<AnalysisMetrics>
}

/**
 * The tables of analysis metrics in an AllenSDK cache: read when first
 * needed, and again when they change.
 */
export class AnalysisTables {
  readonly #disk: Disk
  readonly #folder: string
  readonly #read = new Map<string, ReadMetrics>()

  constructor(disk: Disk, folder: string) {
    this.#disk = disk
    this.#folder = folder
  }

  /**
   * The session's own table, or else that of its type; null: there is neither.
   *
   * @throws RecordingError TABLE_INVALID, FILE_UNREADABLE
   */
  async ofSession(sessionId: string, sessionType: string | null): Promise<AnalysisMetrics | null> {
    const own = `session_${sessionId}/session_${sessionId}_analysis_metrics.csv`
    return (
      (await this.#table(own)) ??
      // The type comes out of a file: it must not name a file elsewhere.
      (sessionType && /^[\w.]+$/.test(sessionType)
        ? this.#table(`${sessionType}_analysis_metrics.csv`)
        : null)
    )
  }

  async #table(name: string): Promise<AnalysisMetrics | null> {
    const path = join(this.#folder, name)
    const identity = await identityAt(path, this.#disk).catch((error: RecordingError) => {
      if (error.code === 'FILE_MISSING') return null
      throw error
    })
    if (!identity) return null
    const known = this.#read.get(path)
    if (known && isSameFile(known.identity, identity)) return known.metrics
    const metrics = readMetrics(this.#disk, path)
    this.#read.set(path, { identity, metrics })
    return metrics
  }
}

/** All its digits; pandas writes a column of whole numbers that lacks some as `950907205.0`. */
const unitIdOf = (text: string | null) => parseWhole(text?.replace(/\.0$/, '') ?? '')

const numbersOf = (texts: readonly (string | null)[]) =>
  Float64Array.from(texts, (text) => (text === null ? Number.NaN : Number(text)))

async function readMetrics(disk: Disk, path: string): Promise<AnalysisMetrics> {
  const { fileName, rowCount, columns, numbers, texts } = await readCsv(disk, path, (column) =>
    idColumns.includes(column) ? 'text' : 'guess',
  )
  const idColumn = idColumns.find((column) => texts.has(column))
  const idTexts = texts.get(idColumn ?? '') ?? []
  const ids = idTexts.map(unitIdOf)
  if (idColumn === undefined || ids.some((id, row) => id === null && idTexts[row] !== null)) {
    const lacking = 'it has no column ecephys_unit_id of whole numbers'
    throw new RecordingError('TABLE_INVALID', fileName, lacking)
  }
  const rowOfUnit = new Map(ids.map((id, row) => [id, row]))
  const others = [...texts].filter(([name]) => idColumns.includes(name))
  return {
    count: rowCount,
    names: columns.filter((name) => name !== idColumn),
    columns: new Map<string, Float64Array | readonly (string | null)[]>([
      ...numbers,
      ...texts,
      ...others.map(([name, entries]) => [name, numbersOf(entries)] as const),
    ]),
    rowOf: (unitId) => rowOfUnit.get(exactKey(unitId)) ?? -1,
  }
}
