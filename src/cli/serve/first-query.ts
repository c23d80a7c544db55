import { areaAlias } from '../../domain/areas/area-names.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { printable } from '../terminal/printable.ts'

/**
 * A curl command that works as it stands: areas and epochs of a session, and the
 * counts of one area in small.
 */
export function firstQuery(url: string, session: CatalogSession, needsToken = false): string {
  const id = JSON.stringify(session.id)
  const area = areaToShow(session)
  const areas = area === null ? '' : `areas: [${JSON.stringify(area)}], `
  const query = `{ session(id: ${id}) { areas { acronym alias unitCount } stimulusEpochs(where: { excludeStimulusNames: ["spontaneous"] }) { stimulusName startTime binnedActivity(${areas}before: 1, after: 4, binSize: 0.5) { shape spikeCount } } } }`
  return [
    `curl -s ${url}/graphql -H 'content-type: application/json'`,
    ...(needsToken ? ['-H "authorization: Bearer $TOKEN"'] : []),
    `-d ${shellQuoted(printable(JSON.stringify({ query })))}`,
  ].join(' ')
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** The primary visual cortex, or the area with most units. */
function areaToShow({ recordedAreas }: CatalogSession): string | null {
  if (!recordedAreas) return null
  const largest = [...recordedAreas].sort((a, b) => b.unitCount - a.unitCount)[0]
  const shown = recordedAreas.find(({ acronym }) => areaAlias(acronym) === 'V1') ?? largest
  return shown ? (areaAlias(shown.acronym) ?? shown.acronym) : null
}
