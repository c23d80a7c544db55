import { locationKey, type RecordingLocation } from './recording-location.ts'
import {
  isSameState,
  type RemoteIdentity,
  remoteKey,
  statedRemoteVersion,
} from './remote/remote-identity.ts'
import { type FileIdentity, isSameFile } from './source-identity.ts'

/** Which state of a recording was read. */
export type RecordingIdentity = FileIdentity | RemoteIdentity

/**
 * A file that was changed so shortly before it was read could have been changed again within the
 * same tick of its disk's clock; the coarsest, of FAT, ticks every 2 s.
 */
const SETTLED_MS = 3000

export function isSameRecording(a: RecordingIdentity, b: RecordingIdentity): boolean {
  if (isRemote(a)) return isRemote(b) && isSameState(a, b)
  return !isRemote(b) && isSameFile(a, b)
}

/** Equal only for the same state of the same recording, for caches. */
export function recordingKey(location: RecordingLocation, identity: RecordingIdentity): string {
  if (isRemote(identity) && !('path' in location)) return remoteKey(location, identity)
  return `${Object.values(identity).join(' ')} ${locationKey(location)}`
}

/**
 * A version of what a recording holds that its place states, so that no bytes are read for it;
 * null: it does not.
 */
export function statedVersion(
  location: RecordingLocation,
  identity: RecordingIdentity,
): string | null {
  return isRemote(identity) && !('path' in location)
    ? statedRemoteVersion(location, identity)
    : null
}

/**
 * Whether no later state of a recording can have the same identity.
 *
 * @param readAt ms; before it was read
 */
export function isSettled(identity: RecordingIdentity, readAt: number): boolean {
  return isRemote(identity) || identity.changedAt < readAt - SETTLED_MS
}

function isRemote(identity: RecordingIdentity): identity is RemoteIdentity {
  return 'etag' in identity
}
