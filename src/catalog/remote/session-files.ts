import { basename, dirname } from 'node:path/posix'
import { RecordingError } from '../../errors.ts'
import {
  isAllenProbeFile,
  isDandiProbeFile,
  isOfSession,
  probeIdIn,
} from '../../readers/probes/probe-file.ts'
import type { RefusedFile } from '../../sessions/session-catalog.ts'
import type { RemoteFile, RemoteListing, RemoteProbeFile, RemoteRecording } from './remote-place.ts'

/**
 * Which of the files of a place are recordings of sessions, and which belong to their probes, by
 * their names and folders, as on a disk of this machine.
 */
export function sessionFiles(files: readonly RemoteFile[]): RemoteListing {
  const byFolder = new Map<string, RemoteFile[]>()
  for (const file of files) {
    if (!/\.nwb$/i.test(file.localPath) || zarrStoreOf(file.localPath)) continue
    const folder = dirname(file.localPath)
    const inFolder = byFolder.get(folder)
    if (inFolder) inFolder.push(file)
    else byFolder.set(folder, [file])
  }
  const recordings = [...byFolder.values()].flatMap(recordingsOf)
  return {
    recordings: withDistinctIds(recordings),
    refused: zarrStores(files),
    absent: [],
    tables: [],
  }
}

/** @param files of one folder */
function recordingsOf(files: readonly RemoteFile[]): RemoteRecording[] {
  const names = files.map(nameOf)
  const isOfProbe = (name: string) => isAllenProbeFile(name) || isDandiProbeFile(name, names)
  const sessions = files.filter((file) => !isOfProbe(nameOf(file)))
  const probeFiles = files.filter((file) => isOfProbe(nameOf(file)))
  return sessions.map((session) => ({
    ...session,
    id: sessionIn(nameOf(session)),
    described: {},
    probeFiles: probeFiles.flatMap((file): RemoteProbeFile[] => {
      const name = nameOf(file)
      const isOfThis =
        isOfSession(name, nameOf(session)) || (isAllenProbeFile(name) && sessions.length === 1)
      return isOfThis ? [{ ...file, probeId: probeIdIn(name) ?? name }] : []
    }),
  }))
}

/** The session that a file is named after: `session_<id>` or `…_ses-<id>…`, or its whole name. */
function sessionIn(fileName: string): string {
  const stem = fileName.replace(/\.nwb$/i, '')
  return stem.match(/(?:^|_)ses-([^_]+)/)?.[1] ?? stem.match(/^session_(\w+)$/)?.[1] ?? stem
}

/** Where several have one id, each has its name, or else its whole path, instead. */
function withDistinctIds(recordings: readonly RemoteRecording[]): RemoteRecording[] {
  const stems = recordings.map((recording) => nameOf(recording).replace(/\.nwb$/i, ''))
  const paths = recordings.map(({ localPath }) => localPath.replace(/\.nwb$/i, ''))
  const plain = recordings.map(({ id }) => id)
  const [plainCounts, stemCounts] = [countsOf(plain), countsOf(stems)]
  return recordings.map((recording, i) => {
    if (plainCounts.get(plain[i]) === 1) return recording
    return { ...recording, id: stemCounts.get(stems[i]) === 1 ? stems[i] : paths[i] }
  })
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function zarrStores(files: readonly RemoteFile[]): RefusedFile[] {
  const stores = new Set(files.flatMap(({ localPath }) => zarrStoreOf(localPath) ?? []))
  return [...stores].map((store) => {
    const fileName = basename(store)
    return { fileName, error: new RecordingError('ZARR_STORE', fileName) }
  })
}

/** The Zarr store that is named as a recording and holds a file, or is one; null: none. */
function zarrStoreOf(path: string): string | null {
  return path.match(/^(?:.*?\/)?[^/]*\.nwb(?:\.zarr)?(?=\/)|^.*\.nwb\.zarr$/i)?.[0] ?? null
}

const nameOf = ({ localPath }: RemoteFile) => basename(localPath)
