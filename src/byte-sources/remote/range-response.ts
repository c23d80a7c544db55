import type { IncomingHttpHeaders } from 'node:http'
import { FetchFault, statusFault } from './fetch-fault.ts'
import { identityIn, isSameState, type RemoteIdentity, textOf } from './remote-identity.ts'

/** A part of a file; `to` is not included. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * What the headers of a response to a range say, once they are as requested: many servers answer
 * with other bytes than those, and nothing in a body shows it.
 *
 * @param known null: the first request, which may reach over the end of the file
 * @throws FetchFault
 */
export function checkRange(
  status: number,
  headers: IncomingHttpHeaders,
  { from, to }: Range,
  known: RemoteIdentity | null,
): { readonly identity: RemoteIdentity; readonly length: number } {
  if (status === 200) {
    throw new FetchFault('unsuitable', 'it sends whole files instead of byte ranges')
  }
  if (status !== 206) throw statusFault(status, textOf(headers['retry-after']))
  const encoding = textOf(headers['content-encoding'])
  if (encoding !== null && encoding !== 'identity') {
    throw new FetchFault('unsuitable', `it encodes byte ranges (${encoding})`)
  }
  const range = textOf(headers['content-range']) ?? ''
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(range) ?? []
  if (first === undefined)
    throw new FetchFault('unsuitable', 'it does not say which range it sends')
  if (total === '*' && known === null) {
    throw new FetchFault('unsuitable', 'it does not say how long the file is')
  }
  const size = total === '*' ? (known?.size ?? 0) : Number(total)
  const identity = identityIn(headers, size)
  if (known && !isSameState(known, identity)) {
    throw new FetchFault('changed', 'its entity tag, date or size has changed')
  }
  const end = known ? to : Math.min(to, size)
  const length = Number(last) + 1 - Number(first)
  if (Number(first) !== from || Number(last) + 1 !== end) {
    throw new FetchFault('transient', 'a different range than requested')
  }
  const contentLength = textOf(headers['content-length'])
  if (contentLength !== null && Number(contentLength) !== length) {
    throw new FetchFault('transient', 'a different length than that of its range')
  }
  return { identity, length }
}
