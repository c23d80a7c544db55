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
 * @throws InvalidArgumentError when it becomes too long
 */
export function arrayAddress(
  { sessionId, fileVersion }: ArraySource,
  fileName: string,
  entries: Iterable<AddressEntry>,
): string {
  const search = writeFields(entries)
  const path = `/arrays/v${RULE_VERSION}/${encodeURIComponent(sessionId)}/${fileVersion}/${fileName}`
  const whole = search === '' ? path : `${path}?${search}`
  if (whole.length > LONGEST_ADDRESS) {
    throw new InvalidArgumentError(
      `The address would be ${whole.length} characters long; ${LONGEST_ADDRESS} are allowed. Select units by limits, probes or areas instead of so many ids, or query data.`,
    )
  }
  return whole
}
