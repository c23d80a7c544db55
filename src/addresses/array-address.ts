import { RULE_VERSION } from '../domain/counting/rule-version.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressEntry } from './address-field.ts'
import { writeFields } from './address-fields.ts'

/** Of what an array is made: whose, and from which state of the file. */
export interface ArraySource {
  readonly sessionId: string
  readonly fileVersion: string
}

/** Servers and proxies take lines of 8 KB; so does Node, with 16 KB for all headers. */
const LONGEST_ADDRESS = 8000

/**
 * The address of an array, relative to the root of the server: the version of the rules, the
 * session, the state of its file, and the request in canonical form.
 *
 * @param fileName how the array is written: `binned-activity.npy`
 */
export function arrayAddress(
  source: ArraySource,
  fileName: string,
  entries: Iterable<AddressEntry>,
): string {
  const search = writeFields(entries)
  const path = arrayRoot(source) + fileName
  return search === '' ? path : `${path}?${search}`
}

/** What all addresses of a session begin with: `/arrays/v1/810000001/71dfdb53e1f2/`. */
export function arrayRoot({ sessionId, fileVersion }: ArraySource): string {
  return `/arrays/v${RULE_VERSION}/${encodeURIComponent(sessionId)}/${fileVersion}/`
}

/** @throws InvalidArgumentError for an address that is too long for a request */
export function assertAddressLength(address: string): void {
  if (address.length <= LONGEST_ADDRESS) return
  throw new InvalidArgumentError(
    `The address would be ${address.length} characters long; ${LONGEST_ADDRESS} are allowed. Select units by limits, probes or areas instead of so many ids, or query data.`,
  )
}
