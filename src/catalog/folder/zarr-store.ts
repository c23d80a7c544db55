import { basename, join } from 'node:path'
import { type Disk, readText, unlessSilent } from '../../byte-sources/disk/disk.ts'

/** What lies in the root of a Zarr store: of version 2, of its consolidated form, of version 3. */
const MARKS = ['.zgroup', '.zattrs', '.zmetadata', 'zarr.json']

/** Whether a folder is a Zarr store: a recording or an image in many files. */
export function isZarrStore(folder: string, names: readonly string[]): boolean {
  return /\.zarr$/i.test(folder) || names.some((name) => MARKS.includes(name))
}

/** Whether a Zarr store is named as a recording, or its root says that it is one. */
export async function isZarrRecording(disk: Disk, folder: string): Promise<boolean> {
  if (/\.nwb(\.zarr)?$/i.test(basename(folder))) return true
  for (const name of ['.zattrs', 'zarr.json']) {
    const text = await readText(disk, join(folder, name)).catch(unlessSilent(''))
    if (text.includes('"nwb_version"')) return true
  }
  return false
}
