import { basename } from 'node:path'
import type { RemoteAddress } from './remote/remote-address.ts'

/** A file in this machine's file system, on whatever disk. */
export interface FileLocation {
  readonly path: string
  /** without its folder */
  readonly name: string
}

/** Where a recording lies. Plain data, for any thread. Only its name goes to clients. */
export type RecordingLocation = FileLocation | RemoteAddress

export function fileLocation(path: string): FileLocation {
  return { path, name: basename(path) }
}

/** Equal for the same place, whatever lies there. */
export function locationKey(location: RecordingLocation): string {
  return 'path' in location ? location.path : location.text
}
