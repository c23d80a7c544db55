import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InvalidArgumentError } from '../errors.ts'

/** The AllenSDK's files of local field potentials: they belong to a session, and hold no units. */
const LFP_FILE = /^probe_\d+_lfp\.nwb$/

/** Absolute paths, ordered. */
export interface FoundFiles {
  /** files as they are given, and every .nwb file below a folder */
  readonly recordings: readonly string[]
  /** every manifest.json below a folder: an AllenSDK cache keeps one beside its tables */
  readonly manifests: readonly string[]
}

/**
 * What there is to serve at some places. Hidden folders are left out, and hidden files (macOS puts a `._name.nwb` beside each file on
 * foreign disks); links are followed. A place that is not there holds nothing.
 */
export async function findFiles(places: readonly string[]): Promise<FoundFiles> {
  const recordings = new Set<string>()
  const manifests = new Set<string>()
  const foldersSeen = new Set<string>()
  for (const place of places) {
    const stats = await stat(place).catch(() => null)
    if (stats?.isDirectory()) await collect(resolve(place), { recordings, manifests }, foldersSeen)
    else if (stats?.isFile()) recordings.add(resolve(place))
  }
  return { recordings: [...recordings].sort(), manifests: [...manifests].sort() }
}

/** @throws InvalidArgumentError when a place is neither a file nor a folder */
export async function assertPlacesExist(places: readonly string[]): Promise<void> {
  for (const place of places) {
    const stats = await stat(place).catch(() => null)
    if (stats?.isDirectory() || stats?.isFile()) continue
    throw new InvalidArgumentError(`No file or folder "${place}". Give a folder of NWB files.`)
  }
}

/** A folder that cannot be listed, or vanishes meanwhile, holds nothing: the others are served all the same. */
async function collect(
  folder: string,
  found: { readonly recordings: Set<string>; readonly manifests: Set<string> },
  foldersSeen: Set<string>,
): Promise<void> {
  const real = await realpath(folder).catch(() => folder)
  if (foldersSeen.has(real)) return
  foldersSeen.add(real)
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
    if (target?.isDirectory()) await collect(path, found, foldersSeen)
    // A link that leads nowhere is kept, to be refused with its reason; a pipe or a socket would be waited for.
    else if (target && !target.isFile()) continue
    else if (isRecording(entry.name)) found.recordings.add(path)
    else if (entry.name === 'manifest.json') found.manifests.add(path)
  }
}

function isRecording(fileName: string): boolean {
  return /\.nwb$/i.test(fileName) && !LFP_FILE.test(fileName)
}
