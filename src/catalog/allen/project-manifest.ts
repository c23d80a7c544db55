import { RecordingError } from '../../errors.ts'
import { objectIn, parseJson, textIn } from '../json-values.ts'

/** A file of a release, by which its bytes never change. */
export interface ManifestFile {
  readonly key: string
  readonly versionId: string
  /** BLAKE2b-512 of its bytes, in hexadecimal digits */
  readonly hash: string
  /** where the AllenSDK keeps it, below its cache folder; the separator is `/` */
  readonly localPath: string
}

/** What a release of a project consists of. */
export interface ProjectManifest {
  readonly version: string
  /** column of the tables that names data files */
  readonly fileIdColumn: string
  /** by name, such as ecephys_sessions */
  readonly tables: ReadonlyMap<string, ManifestFile>
  /** by file id */
  readonly files: ReadonlyMap<string, ManifestFile>
}

/** @throws RecordingError for what is not the manifest of a release */
export function parseManifest(fileName: string, bytes: Uint8Array): ProjectManifest {
  const content = objectIn(parseJson(bytes))
  const project = textIn(content.project_name)
  const version = textIn(content.manifest_version)
  const fileIdColumn = textIn(content.metadata_file_id_column_name)
  if (project === null || version === null || fileIdColumn === null) {
    throw new RecordingError('REMOTE_UNSUITABLE', fileName, 'it is not the manifest of a release')
  }
  const folder = `${project}-${version}`
  return {
    version,
    fileIdColumn,
    tables: filesIn(content.metadata_files, folder),
    files: filesIn(content.data_files, folder),
  }
}

function filesIn(entries: unknown, folder: string): Map<string, ManifestFile> {
  return new Map(
    Object.entries(objectIn(entries)).flatMap(([name, entry]) => {
      const file = fileOf(objectIn(entry), folder)
      return file ? [[name, file]] : []
    }),
  )
}

function fileOf(entry: Readonly<Record<string, unknown>>, folder: string): ManifestFile | null {
  const url = textIn(entry.url)
  const versionId = textIn(entry.version_id)
  const hash = textIn(entry.file_hash)
  if (url === null || versionId === null || hash === null || !URL.canParse(url)) return null
  const key = decodeURIComponent(new URL(url).pathname).replace(/^\//, '')
  // The AllenSDK leaves the project's name out, which its folder has already.
  const path = key.split('/').slice(1).join('/')
  return { key, versionId, hash: hash.toLowerCase(), localPath: `${folder}/${path}` }
}
