import { RecordingError } from '../../errors.ts'
import type { RefusedFile } from '../../sessions/session-catalog.ts'
import type { RegisteredFile } from './id-register.ts'
import type { PlaceLook, Recording } from './place-look.ts'

type Places = readonly PlaceLook[]

/** Recordings of all places in order of their paths, each once. */
export function recordingsOf(places: Places): readonly Recording[] {
  // Those of one place are so already.
  if (places.length === 1) return places[0].recordings
  const recordings = places.flatMap((place) => place.recordings)
  const byPath = new Map(recordings.map((recording) => [recording.path, recording]))
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Those that can be served. */
export function readableFiles(recordings: readonly Recording[]): RegisteredFile[] {
  return recordings.flatMap(({ path, identity, found }) =>
    found instanceof RecordingError ? [] : [{ path, identity, found }],
  )
}

/** Files, recordings and tables of places that cannot be served. */
export function refusedIn(places: Places, recordings: readonly Recording[]): RefusedFile[] {
  const probeFiles = new Set(places.flatMap((place) => [...place.probeFiles]))
  const errors = [
    ...recordings.flatMap(({ path, found }) => {
      if (!(found instanceof RecordingError)) return []
      // It has what a session's probe recorded, and nothing to be a session of its own.
      return found.code === 'NO_UNITS' && probeFiles.has(path) ? [] : [found]
    }),
    ...places.flatMap(({ tables }) => tables.flatMap(({ refused }) => refused)),
  ]
  const files = errors.map((error) => ({ fileName: error.fileName, error }))
  return [...places.flatMap((place) => place.refused), ...files]
}
