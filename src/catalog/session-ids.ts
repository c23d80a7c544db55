import { basename } from 'node:path'
import { decodeGlobalId } from '../domain/global-id.ts'

/** A recording whose id is to be chosen. */
export interface Identified {
  readonly path: string
  /** of the NWB file; may be empty, or shared with another file */
  readonly identifier: string
}

/**
 * An id for each recording, none twice: its NWB identifier; for one without, or whose identifier an earlier path has or reads like the global id of
 * another type, the file's name without its ending; and for one whose name cannot be taken either, the name and a number.
 *
 * @param recordings in order of their paths, so that the ids stay the same as long as the files do
 */
export function chooseSessionIds(recordings: readonly Identified[]): Map<string, string> {
  const idOfPath = new Map<string, string>()
  const taken = new Set<string>()
  const isUsed = (id: string) => taken.has(id) || decodeGlobalId(id) !== null
  for (const { path, identifier } of recordings) {
    const stem = basename(path).replace(/\.nwb$/i, '')
    let id = identifier === '' || isUsed(identifier) ? stem : identifier
    for (let number = 2; isUsed(id); number++) id = `${stem}-${number}`
    taken.add(id)
    idOfPath.set(path, id)
  }
  return idOfPath
}

/** Compare ids for an ascending sort: numbers by value, then everything else by text. */
export function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
