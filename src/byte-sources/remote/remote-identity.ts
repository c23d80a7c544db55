import { createHash, randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { RemoteAddress } from './remote-address.ts'

/** Which state of a remote file its server sends. */
export interface RemoteIdentity {
  /** bytes */
  readonly size: number
  /** a strong entity tag, in its quotes; null: there is none, or a weak one */
  readonly etag: string | null
  readonly lastModified: string | null
  /** of an object in a bucket that keeps versions */
  readonly versionId: string | null
}

export function identityIn(headers: IncomingHttpHeaders, size: number): RemoteIdentity {
  const tag = textOf(headers.etag)
  return {
    size,
    // A weak tag (W/"…") promises the same meaning, not the same bytes.
    etag: tag?.startsWith('"') ? tag : null,
    lastModified: textOf(headers['last-modified']),
    versionId: textOf(headers['x-amz-version-id']),
  }
}

/** Whether two responses of a server are about the same bytes, as far as it says. */
export function isSameState(a: RemoteIdentity, b: RemoteIdentity): boolean {
  if (a.size !== b.size || a.etag !== b.etag) return false
  return a.etag !== null || a.lastModified === b.lastModified
}

/** Of files whose server names no state; no other process may take its bytes for known. */
const unnamedStates = randomUUID()

/** A name of what lies at an address, for caches: equal only where all bytes are. */
export function remoteKey(address: RemoteAddress, identity: RemoteIdentity): string {
  const { size, etag, lastModified } = identity
  const state =
    address.contentId === null
      ? [address.text, etag ?? lastModified ?? unnamedStates]
      : [address.contentId]
  return createHash('sha256')
    .update(JSON.stringify([...state, size]))
    .digest('hex')
    .slice(0, 40)
}

/** Digits of a version, as of those that are made from a file's bytes. */
const VERSION_DIGITS = 12

/**
 * A short name of what a remote file holds, fit for an address, for which none of it is fetched:
 * from a name of its bytes, or its strong entity tag. Null: its server names no state.
 */
export function statedRemoteVersion(
  address: RemoteAddress,
  identity: RemoteIdentity,
): string | null {
  if (address.contentId === null && identity.etag === null) return null
  const stated = `stated 1 ${remoteKey(address, identity)}`
  return createHash('sha256').update(stated).digest('hex').slice(0, VERSION_DIGITS)
}

export function textOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}
