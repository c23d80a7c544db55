import type { CatalogSession } from '../catalog/session-catalog.ts'

/** A curl command that works as it stands: areas and epochs of a session, and the counts of one area in small. */
export function firstQuery(url: string, session: CatalogSession): string {
  const id = JSON.stringify(session.id)
  const area = session.recordedAreas[0]?.acronym
  const areas = area === undefined ? '' : `areas: [${JSON.stringify(area)}], `
  const query = `{ session(id: ${id}) { areas { acronym alias unitCount } stimulusEpochs { stimulusName startTime binnedActivity(${areas}before: 1, after: 4, binSize: 0.5) { shape spikeCount } } } }`
  return [
    `curl -s ${url}/graphql -H 'content-type: application/json'`,
    `-d ${shellQuoted(JSON.stringify({ query }))}`,
  ].join(' ')
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
