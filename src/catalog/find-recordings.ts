import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InvalidArgumentError } from '../errors.ts'

/** The AllenSDK's files of local field potentials: they belong to a session, and hold no units. */
const LFP_FILE = /^probe_\d+_lfp\.nwb$/

/**
 * Absolute paths of the recordings at some places, ordered: files as they are given, and every .nwb file below a folder. Hidden folders
 * are left out, and hidden files (macOS puts a `._name.nwb` beside each file on foreign disks); links are followed. A place that is not
 * there holds none.
 */
export async function findRecordings(places: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  const foldersSeen = new Set<string>()
  for (const place of places) {
    const stats = await stat(place).catch(() => null)
    if (stats?.isDirectory()) await collect(resolve(place), found, foldersSeen)
    else if (stats?.isFile()) found.add(resolve(place))
  }
  return [...found].sort()
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
  found: Set<string>,
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
    else if ((!target || target.isFile()) && isRecording(entry.name)) found.add(path)
  }
}

function isRecording(fileName: string): boolean {
  return /\.nwb$/i.test(fileName) && !LFP_FILE.test(fileName)
}
