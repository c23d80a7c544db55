import { basename, dirname, join } from 'node:path'
import { type Disk, readText } from '../../byte-sources/disk/disk.ts'
import { type FileIdentity, identityAt, isSameFile } from '../../byte-sources/source-identity.ts'
import { RecordingError } from '../../errors.ts'
import { AnalysisTables } from './analysis-tables.ts'
import { type CsvTable, readCsv } from './csv-table.ts'
import { assertJoinable, columnKind, type ProjectFile, projectFiles } from './project-columns.ts'
import { ProjectTables } from './project-tables.ts'

/** The only version of the cache's layout that there has been. */
const MANIFEST_VERSION = '0.3.0'

/** An AllenSDK cache as it was last read. */
export interface AllenCache {
  /** its folder */
  readonly folder: string
  /** null: of another version */
  readonly tables: ProjectTables | null
  /** why tables are not used */
  readonly refused: readonly RecordingError[]
  readonly analysis: AnalysisTables
}

interface ReadCache {
  readonly identities: readonly (FileIdentity | null)[]
  readonly cache: AllenCache | null
}

/** The tables of AllenSDK caches, read again when one of their files changed. */
export class AllenCaches {
  readonly #disk: Disk
  #known = new Map<string, ReadCache>()

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /**
   * @param manifests paths of files named manifest.json; those of other programs are passed over
   */
  async look(manifests: readonly string[]): Promise<AllenCache[]> {
    const read = await Promise.all(manifests.map((path) => this.#read(path)))
    this.#known = new Map(manifests.map((path, i) => [path, read[i]]))
    return read.flatMap(({ cache }) => cache ?? [])
  }

  async #read(manifest: string): Promise<ReadCache> {
    const folder = dirname(manifest)
    const paths = [manifest, ...projectFiles.map((name) => join(folder, `${name}.csv`))]
    // Before they are read: a file that changes meanwhile is read again the next time.
    const identities = await Promise.all(paths.map((path) => identityOrNull(this.#disk, path)))
    const known = this.#known.get(manifest)
    if (known && isSame(known.identities, identities)) return known
    return { identities, cache: await readCache(this.#disk, manifest) }
  }
}

async function readCache(disk: Disk, manifest: string): Promise<AllenCache | null> {
  const folder = dirname(manifest)
  const analysis = new AnalysisTables(disk, folder)
  const version = await manifestVersion(disk, manifest)
  if (version === null) return null
  if (version !== MANIFEST_VERSION) {
    const name = basename(manifest)
    const refused = [new RecordingError('MANIFEST_VERSION_UNSUPPORTED', name, version)]
    return { folder, tables: null, refused, analysis }
  }
  const [sessions, probes, channels, units] = (await Promise.all(
    projectFiles.map((name) => readTable(disk, folder, name)),
  )) as [ReadTable, ReadTable, ReadTable, ReadTable]
  const tables = new ProjectTables({
    sessions: usable(sessions),
    probes: usable(probes),
    channels: usable(channels),
    units: usable(units),
  })
  const refused = [sessions, probes, channels, units].flatMap((table) =>
    table instanceof RecordingError ? table : [],
  )
  return { folder, tables, refused, analysis }
}

type ReadTable = CsvTable | RecordingError | null

const usable = (table: ReadTable) => (table instanceof RecordingError ? null : table)

/** A table, or why it is not used; null: it is missing, as in a cache that is not filled yet. */
async function readTable(disk: Disk, folder: string, name: ProjectFile): Promise<ReadTable> {
  const fileName = `${name}.csv`
  try {
    const table = await readCsv(disk, join(folder, fileName), columnKind(name))
    assertJoinable(name, table)
    return table
  } catch (error) {
    if (!(error instanceof RecordingError)) {
      return new RecordingError('TABLE_INVALID', fileName, '', { cause: error })
    }
    // Nothing of the table: the look is repeated.
    if (error.code === 'DISK_SILENT') throw error
    return error.code === 'TABLE_MISSING' ? null : error
  }
}

/** The version that a manifest of the AllenSDK names; null: it is some other program's. */
async function manifestVersion(disk: Disk, path: string): Promise<string | null> {
  try {
    const { manifest } = JSON.parse(await readText(disk, path)) as { manifest?: unknown }
    if (!Array.isArray(manifest)) return null
    const entry = manifest.find((candidate) => candidate?.type === 'manifest_version')
    return entry ? String(entry.value).slice(0, 20) : null
  } catch {
    return null
  }
}

async function identityOrNull(disk: Disk, path: string): Promise<FileIdentity | null> {
  return identityAt(path, disk).catch((error: RecordingError) => {
    if (error.code === 'DISK_SILENT') throw error
    return null
  })
}

function isSame(
  known: readonly (FileIdentity | null)[],
  found: readonly (FileIdentity | null)[],
): boolean {
  return known.every((identity, i) => {
    const other = found[i] ?? null
    return identity && other ? isSameFile(identity, other) : identity === other
  })
}
