import { basename } from 'node:path/posix'
import { type S3Options, s3Address } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { listObjects } from '../../byte-sources/s3/list-objects.ts'
import { RecordingError } from '../../errors.ts'
import { type CsvTable, readCsv } from '../allensdk/csv-table.ts'
import type {
  RemoteFile,
  RemoteListing,
  RemotePlace,
  RemoteProbeFile,
  RemoteRecording,
} from '../remote/remote-place.ts'

import { unknownMetadata } from '../remote/unknown-session.ts'
import { type ManifestFile, type ProjectManifest, parseManifest } from './project-manifest.ts'

/** Where the Allen Institute publishes the Visual Behavior Neuropixels project. */
export const visualBehavior = {
  bucket: 'visual-behavior-neuropixels-data',
  prefix: 'visual-behavior-neuropixels/manifests/',
  region: 'us-west-2',
} as const

const MOST_BYTES = 2 ** 26

const textColumns = ['session_type', 'genotype', 'sex', 'mouse_id']

/**
 * `allen://visual-behavior`: the sessions of the latest release, each file in the version that the
 * release names.
 */
export class VisualBehaviorPlace implements RemotePlace {
  readonly name: string
  readonly #client: RemoteClient
  readonly #s3: S3Options

  constructor(name: string, client: RemoteClient, s3: S3Options = {}) {
    this.name = name
    this.#client = client
    this.#s3 = { region: visualBehavior.region, ...s3, isAnonymous: true }
  }

  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const manifest = await this.#latestManifest(signal)
    const file = manifest.tables.get('ecephys_sessions')
    if (!file) {
      const found = 'its manifest names no table ecephys_sessions'
      throw new RecordingError('REMOTE_UNSUITABLE', this.name, found)
    }
    const probes = manifest.tables.get('probes')
    const [table, probeTable] = await Promise.all([
      this.#table(file, signal),
      probes ? this.#table(probes, signal) : null,
    ])
    const probeFiles = probeTable
      ? this.#probeFiles(manifest, probeTable)
      : new Map<string, RemoteProbeFile[]>()
    const recordings = this.#recordings(manifest, table, probeFiles)
    return { recordings, refused: [], absent: [], tables: [] }
  }

  async complete(): Promise<void> {}

  async #latestManifest(signal?: AbortSignal): Promise<ProjectManifest> {
    const { bucket, prefix } = visualBehavior
    const keys: string[] = []
    const options = { bucket, prefix, s3: this.#s3, signal }
    for await (const { objects } of listObjects(this.#client, options)) {
      keys.push(...objects.map(({ key }) => key).filter((key) => /_v[\d.]+\.json$/.test(key)))
    }
    const latest = keys.sort(byVersion).at(-1)
    if (latest === undefined) {
      throw new RecordingError('REMOTE_UNSUITABLE', this.name, 'there is no manifest of a release')
    }
    return parseManifest(latest, await this.#fetch(latest, null, signal))
  }

  async #table({ key, versionId }: ManifestFile, signal?: AbortSignal): Promise<CsvTable> {
    const bytes = await this.#fetch(key, versionId, signal)
    const pieces = async function* () {
      yield bytes
    }
    return readCsv({ pieces }, basename(key), (column) =>
      textColumns.includes(column) ? 'text' : 'guess',
    )
  }

  async #fetch(
    key: string,
    versionId: string | null,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const address = s3Address({ bucket: visualBehavior.bucket, key, versionId }, this.#s3)
    return (await this.#client.small(address, { maxBytes: MOST_BYTES, signal })).bytes
  }

  #recordings(
    { files, fileIdColumn }: ProjectManifest,
    table: CsvTable,
    probeFiles: ReadonlyMap<string, readonly RemoteProbeFile[]>,
  ): RemoteRecording[] {
    return Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row) => {
      const file = files.get(wholeIn(table, fileIdColumn, row) ?? '')
      const id = wholeIn(table, 'ecephys_session_id', row)
      if (!file || id === null) return []
      const described = describe(id, table, row)
      return [{ ...this.#file(file), id, described, probeFiles: probeFiles.get(id) ?? [] }]
    })
  }

  /** Files of probes with local field potentials, by session; other probes name none. */
  #probeFiles({ files, fileIdColumn }: ProjectManifest, table: CsvTable) {
    const ofSessions = new Map<string, RemoteProbeFile[]>()
    for (let row = 0; row < table.rowCount; row++) {
      const file = files.get(wholeIn(table, fileIdColumn, row) ?? '')
      const sessionId = wholeIn(table, 'ecephys_session_id', row)
      const probeId = wholeIn(table, 'ecephys_probe_id', row)
      if (!file || sessionId === null || probeId === null) continue
      const own = ofSessions.get(sessionId) ?? []
      ofSessions.set(sessionId, [...own, { ...this.#file(file), probeId }])
    }
    return ofSessions
  }

  #file({ key, versionId, hash, localPath }: ManifestFile): RemoteFile {
    const contentId = `blake2b512:${hash}`
    const { bucket } = visualBehavior
    return {
      address: s3Address({ bucket, key, versionId }, this.#s3, { contentId }),
      identity: null,
      localPath,
      digest: async () => ({ algorithm: 'blake2b512', hex: hash }),
    }
  }
}

/**
 * Without areas, which the table only names: what each has is known when a session is opened.
 */
function describe(id: string, table: CsvTable, row: number): RemoteRecording['described'] {
  const text = (column: string) => table.texts.get(column)?.[row] ?? null
  const number = (column: string) => {
    const value = table.numbers.get(column)?.[row] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  }
  return {
    metadata: {
      ...unknownMetadata(id),
      sessionType: text('session_type'),
      subject: {
        id: text('mouse_id'),
        specimenName: null,
        species: null,
        sex: text('sex'),
        genotype: text('genotype'),
        strain: null,
        age: null,
        ageInDays: number('age_in_days'),
      },
    },
    unitCount: number('unit_count'),
    channelCount: number('channel_count'),
    probeCount: number('probe_count'),
  }
}

/** A whole number as text; pandas writes it as `950907205.0` where some are missing. */
function wholeIn({ numbers, texts }: CsvTable, column: string, row: number): string | null {
  const number = numbers.get(column)?.[row] ?? Number.NaN
  return Number.isSafeInteger(number) ? String(number) : (texts.get(column)?.[row] ?? null)
}

/** Ascending: 0.10.0 comes after 0.9.0. */
function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
