import { setImmediate } from 'node:timers/promises'
import type { CatalogSession, PublishedSession } from '../../sessions/session-catalog.ts'
import { absentSession } from './absent-session.ts'
import type { AllenCache } from './allensdk-cache.ts'
import type { AnalysisTables } from './analysis-tables.ts'
import type { ProjectTables } from './project-tables.ts'

/** What tables know of a session, and the session that it is without its file. */
export interface Published {
  readonly byTables: PublishedSession
  readonly absent: CatalogSession
}

/**
 * Where several caches know a session, the first by its path counts. Requests get
 * their turn between two sessions.
 */
export async function readPublished(
  caches: readonly AllenCache[],
): Promise<Map<string, Published>> {
  const published = new Map<string, Published>()
  for (const { tables, analysis } of caches) {
    for (const id of tables?.sessionIds ?? []) {
      if (!tables || published.has(id)) continue
      const byTables = publishedSession(id, tables, analysis)
      published.set(id, { byTables, absent: absentSession(id, tables, byTables) })
      await setImmediate()
    }
  }
  return published
}

/** What an AllenSDK cache says about a session, whether or not its file is there. */
export function publishedSession(
  id: string,
  tables: ProjectTables,
  analysis: AnalysisTables,
): PublishedSession {
  return {
    publishedAt: tables.sessionText(id, 'published_at'),
    dateOfAcquisition: tables.sessionText(id, 'date_of_acquisition'),
    specimenId: tables.sessionText(id, 'specimen_id'),
    channel: (channelId) => tables.channel(channelId),
    analysisMetrics: () => analysis.ofSession(id, tables.sessionText(id, 'session_type')),
  }
}
