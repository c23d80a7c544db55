import type { CatalogChange } from '../catalog/folder-catalog.ts'
import type { CatalogSession, RefusedFile } from '../catalog/session-catalog.ts'
import { amount } from './amounts.ts'
import { firstQuery } from './first-query.ts'
import { textTable } from './text-table.ts'

/** What the server tells when it starts. */
export function startText(
  url: string,
  sessions: readonly CatalogSession[],
  refused: readonly RefusedFile[],
): string {
  const parts = [sessionsText(sessions)]
  if (refused.length > 0) parts.push(`Not served:\n${refused.map(refusalLine).join('\n')}`)
  parts.push(
    [
      `GraphQL  ${url}/graphql`,
      `health   ${url}/health/live and ${url}/health/ready`,
      'Ctrl-C stops the server when what runs is finished.',
    ].join('\n'),
  )
  const first = sessions.find(({ available }) => available)
  if (first) parts.push(`Try this in another terminal:\n\n${firstQuery(url, first)}`)
  return parts.join('\n\n')
}

function sessionsText(sessions: readonly CatalogSession[]): string {
  if (sessions.length === 0) {
    return 'No session yet. NWB files put into these folders are served as they come.'
  }
  const rows = sessions.map((session) => [
    session.id,
    session.metadata.sessionType ?? '',
    session.recordedAreas.length,
    session.unitCount,
    session.available ? session.fileName : 'file absent',
  ])
  const absent = sessions.filter(({ available }) => !available).length
  const known = absent ? `, and ${absent} more that only the tables of an AllenSDK cache know` : ''
  return `Serving ${amount(sessions.length - absent, 'session')}${known}:\n${textTable(['id', 'type', 'areas', 'units', 'file'], rows)}`
}

const refusalLine = ({ error }: RefusedFile) => `  ${error.message}`

/** One line for each file that came, went or is refused. */
export function changeLines({ added, removed, refused }: CatalogChange): string[] {
  const renewed = new Set(added.map((session) => session.id))
  return [
    ...added.map(({ id, available, fileName }) =>
      available
        ? `now served: session ${id} (${fileName})`
        : `now listed: session ${id} (its file is absent)`,
    ),
    ...removed
      .filter(({ id, available }) => available && !renewed.has(id))
      .map(({ id, fileName }) => `no longer served: session ${id} (${fileName})`),
    ...refused.map(({ error }) => `not served: ${error.message}`),
  ]
}
