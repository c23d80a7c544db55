import type { CatalogChange } from '../../catalog/folder/catalog-change.ts'
import { amount } from '../../formats/amounts.ts'
import type { CatalogSession, PlaceStatus, RefusedFile } from '../../sessions/session-catalog.ts'
import { textTable } from '../inspect/text-table.ts'
import { printable } from '../terminal/printable.ts'
import { firstQuery } from './first-query.ts'

export interface Served {
  readonly sessions: readonly CatalogSession[]
  readonly refused: readonly RefusedFile[]
  readonly places: readonly PlaceStatus[]
  readonly needsToken?: boolean
}

/** What the server says when it starts. */
export function startText(
  url: string,
  { sessions, refused, places, needsToken = false }: Served,
): string {
  const reading = places.filter(({ state }) => state === 'READING')
  const parts = [sessionsText(sessions, reading.length > 0)]
  if (reading.length > 0) parts.push(readingText(reading))
  if (refused.length > 0) parts.push(refusalsText(refused))
  const warnings = warningsText(sessions)
  if (warnings) parts.push(warnings)
  parts.push(
    [
      `explorer ${url}`,
      `GraphiQL ${url}/graphiql`,
      `GraphQL  ${url}/graphql`,
      `health   ${url}/health/live and ${url}/health/ready`,
      'Ctrl-C stops the server once running requests are finished.',
    ].join('\n'),
  )
  const first = sessions.find(({ available }) => available)
  if (first) parts.push(`Try this in another terminal:\n\n${firstQuery(url, first, needsToken)}`)
  return parts.join('\n\n')
}

/** What is said when every place was read, later than at the start. */
export function firstLookText(places: readonly PlaceStatus[]): string {
  const read = places.filter(({ state }) => state === 'READ')
  const count = read.reduce((sum, { fileCount }) => sum + fileCount, 0)
  return `First scan finished: ${amount(count, 'file')} read.`
}

function readingText(reading: readonly PlaceStatus[]): string {
  const lines = reading.map(
    ({ name, fileCount, readCount }) =>
      `  ${printable(name)}: ${readCount} of ${amount(fileCount, 'file')} so far`,
  )
  return ['Still being read; more sessions appear as they are found:', ...lines].join('\n')
}

/** As many as the largest public project has, and some more. */
const SESSIONS_SHOWN = 200

function sessionsText(sessions: readonly CatalogSession[], isReading: boolean): string {
  if (sessions.length === 0) {
    if (isReading) return 'No sessions yet.'
    return 'No sessions yet. NWB files put into these folders are picked up automatically.'
  }
  const shown = sessions.slice(0, SESSIONS_SHOWN)
  const rows = shown.map((session) => [
    session.id,
    session.metadata.sessionType ?? '',
    session.recordedAreas?.length ?? '?',
    session.unitCount ?? '?',
    session.available ? session.fileName : 'file absent',
  ])
  const absent = sessions.filter(({ available }) => !available).length
  const known = absent ? `, and ${absent} more known only from the tables of an AllenSDK cache` : ''
  const more = sessions.length - shown.length
  const others = more > 0 ? `\nand ${amount(more, 'other')}; the explorer lists all` : ''
  return `Serving ${amount(sessions.length - absent, 'session')}${known}:\n${textTable(['id', 'type', 'areas', 'units', 'file'], rows)}${others}`
}

/** A folder of other people's files should not push the address off the screen. */
const REFUSALS_SHOWN = 20

function refusalsText(refused: readonly RefusedFile[]): string {
  const lines = refused.slice(0, REFUSALS_SHOWN).map(({ error }) => printable(error.message))
  const more = refused.length - lines.length
  if (more > 0) {
    lines.push(`and ${amount(more, 'more file')}; query { refusedFiles { fileName message } }`)
  }
  return ['Not served:', ...lines.map((line) => `  ${line}`)].join('\n')
}

/** What the catalog warns of. The files' own warnings are read when requested. */
function warningsText(sessions: readonly CatalogSession[]): string | null {
  const lines = sessions.flatMap(({ id, available, warnings }) =>
    // What is not known of absent ones is the same for all of a project.
    (available ? warnings : []).map(({ message }) => printable(`session ${id}: ${message}`)),
  )
  const shown = lines.slice(0, REFUSALS_SHOWN)
  const more = lines.length - shown.length
  if (more > 0)
    shown.push(
      `and ${amount(more, 'more')}; query { sessions { nodes { id warnings { message } } } }`,
    )
  return lines.length > 0 ? ['Warnings:', ...shown.map((line) => `  ${line}`)].join('\n') : null
}

/** A copy of a whole project fits few screens. */
const CHANGES_SHOWN = 200

/** A line for each file that came, went or is refused, and each new warning; of many, some. */
export function changeLines({ added, removed, refused, warned }: CatalogChange): string[] {
  const renewed = new Set(removed.length > 0 ? added.map((session) => session.id) : [])
  const gone = removed.filter(({ id, available }) => available && !renewed.has(id))
  // Hundreds of thousands may be new, of which few are shown.
  const lines = [
    ...some(added).map(({ id, available, fileName }) =>
      available
        ? `now served: session ${id} (${fileName})`
        : `now listed: session ${id} (its file is absent)`,
    ),
    ...some(gone).map(({ id, fileName }) => `no longer served: session ${id} (${fileName})`),
    ...some(refused).map(({ error }) => `not served: ${error.message}`),
    ...some(warned).map(([{ id }, { message }]) => `warning: session ${id}: ${message}`),
  ]
  const shown = some(lines).map(printable)
  const more = added.length + gone.length + refused.length + warned.length - shown.length
  return more > 0 ? [...shown, `and ${amount(more, 'more change')}`] : shown
}

function some<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return entries.slice(0, CHANGES_SHOWN)
}
