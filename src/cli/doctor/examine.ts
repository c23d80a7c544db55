import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { RemoteIdentity } from '../../byte-sources/remote/remote-identity.ts'
import type {
  RemoteListing,
  RemotePlace,
  RemoteRecording,
} from '../../catalog/remote/remote-place.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { UserError } from '../../errors.ts'
import { amount, fileSizeText } from '../../formats/amounts.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'

/** A range that shows how a server answers. */
const RANGE_BYTES = 64 * 1024

/** What the steps need; each may fail. */
export interface Examined {
  /** the place at the address; throws for what is no address */
  resolve(): RemotePlace
  readonly client: RemoteClient
  /** of a session that the place lists */
  tables(id: string): Promise<SessionTables>
  /** of all steps so far */
  fetched(): Fetched
}

type Fetched = Readonly<Record<'requests' | 'bytes' | 'retries', number>>

/**
 * Try an address step by step, and report each; the first that fails ends it.
 *
 * @param sessionId null: the first that is listed
 * @param report takes a line at a time
 * @throws CommandError after the report of a failure
 */
export async function examine(
  { resolve, client, tables, fetched }: Examined,
  sessionId: string | null,
  report: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const steps = new Steps(fetched, report)
  const place = await steps.run(
    'resolve',
    async () => resolve(),
    ({ name }) => name,
  )
  const listing = await steps.run('list', () => place.list(signal), listingText)
  const recording = await steps.run(
    'session',
    async () => chosen(listing, sessionId),
    ({ id, address }) => `${id} at ${address.text}`,
  )
  const { address } = recording
  const identity = await steps.run(
    'identity',
    () => client.identify(address, { signal }),
    (found) => identityText(found, recording),
  )
  await steps.run(
    'range',
    async () => {
      const from = Math.floor(identity.size / 2)
      const bytes = new Uint8Array(Math.min(RANGE_BYTES, identity.size - from))
      const range = { from, to: from + bytes.length }
      await client.range(address, identity, range, bytes, { signal })
      return range
    },
    ({ from, to }) => `bytes ${from} to ${to} as requested`,
  )
  await steps.run(
    'tables',
    () => tables(recording.id),
    ({ units, channels, epochs }) =>
      [
        amount(units.count, 'unit'),
        amount(channels.count, 'channel'),
        amount(epochs.length, 'epoch'),
      ].join(', '),
  )
}

class Steps {
  readonly #fetched: () => Fetched
  readonly #report: (line: string) => void

  constructor(fetched: () => Fetched, report: (line: string) => void) {
    this.#fetched = fetched
    this.#report = report
  }

  async run<Result>(
    name: string,
    step: () => Promise<Result>,
    textOf: (result: Result) => string,
  ): Promise<Result> {
    const begun = performance.now()
    const before = this.#fetched()
    const effort = () => {
      const { requests, bytes, retries } = this.#fetched()
      const seconds = ((performance.now() - begun) / 1000).toFixed(2)
      const parts = [`${seconds} s`]
      if (requests > before.requests) {
        parts.push(
          amount(requests - before.requests, 'request'),
          fileSizeText(bytes - before.bytes),
        )
      }
      if (retries > before.retries) parts.push(`${retries - before.retries} repeated`)
      return parts.join(', ')
    }
    try {
      const result = await step()
      this.#line(name, 'ok', `${textOf(result)} (${effort()})`)
      return result
    } catch (error) {
      this.#line(name, 'FAILED', `${textOfError(error)} (${effort()})`)
      throw new CommandError(`The step "${name}" failed; the steps after it were not run.`)
    }
  }

  #line(name: string, outcome: string, text: string): void {
    this.#report(`${name.padEnd(10)}${outcome.padEnd(8)}${printable(text)}`)
  }
}

/** @throws CommandError */
function chosen({ recordings }: RemoteListing, sessionId: string | null): RemoteRecording {
  const found = recordings.find(({ id }) => sessionId === null || id === sessionId)
  if (found) return found
  throw new CommandError(
    sessionId === null ? 'no recording (.nwb) was found' : `session ${sessionId} was not found`,
  )
}

function listingText({ recordings, refused, absent }: RemoteListing): string {
  return [
    amount(recordings.length, 'session'),
    ...(absent.length > 0 ? [`${absent.length} without files`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ].join(', ')
}

function identityText(identity: RemoteIdentity, { address }: RemoteRecording): string {
  const { size, etag, lastModified } = identity
  const named = address.contentId
    ? 'its bytes never change (the address names their content)'
    : null
  const tagged = etag ? 'changes are noticed by entity tag' : null
  const dated = lastModified ? 'changes are noticed by date only' : null
  return `${fileSizeText(size)}, ${named ?? tagged ?? dated ?? 'changes cannot be noticed'}`
}

/** The code and what to do, without stacks, which may hold secrets. */
function textOfError(error: unknown): string {
  if (error instanceof UserError) return `${error.code}: ${error.message}`
  return error instanceof Error ? error.message : String(error)
}
