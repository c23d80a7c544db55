import type { SessionTables } from '../domain/session-tables.ts'
import { SessionNotAvailableError } from '../errors.ts'
import type { SessionReader } from '../nwb/session-reader.ts'
import type { AnalysisTables } from './analysis-tables.ts'
import { describeTables } from './describe-session.ts'
import type { ProjectTables, SessionStructure } from './project-tables.ts'
import type { CatalogSession, PublishedSession } from './session-catalog.ts'

/** What an AllenSDK cache tells of a session, whether or not its file is there. */
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

/** A session that only the tables of an AllenSDK cache know. */
export function absentSession(
  id: string,
  tables: ProjectTables,
  published: PublishedSession,
): CatalogSession {
  const structure = () => withoutFile(tables.structure(id), id)
  return {
    ...describeTables(structure()),
    id,
    available: false,
    fileName: `session_${id}.nwb`,
    fileSize: 0,
    published,
    // Made anew for each request: all of a project would be as large as its tables once more.
    reader: onlyKnowing({ tables: async () => structure() }, () => {
      throw new SessionNotAvailableError(id)
    }),
  }
}

/** What else a file would tell fails when it is looked at. */
function withoutFile(structure: SessionStructure, id: string): SessionTables {
  const failing = <Known extends object>(known: Known) =>
    new Proxy(known, {
      get(target, name) {
        if (name in target || isAskedByTheLanguage(name)) return Reflect.get(target, name)
        throw new SessionNotAvailableError(id)
      },
    })
  return failing({ ...structure, units: failing(structure.units) }) as SessionTables
}

/** A reader that answers some questions, and fails at every other, whatever questions a reader will learn. */
function onlyKnowing(known: Pick<SessionReader, 'tables'>, fail: () => never): SessionReader {
  return new Proxy(known as SessionReader, {
    get(target, name) {
      if (name in target || isAskedByTheLanguage(name)) return Reflect.get(target, name)
      return async () => fail()
    },
  })
}

/** `await` looks for `then`, JSON.stringify for `toJSON`. */
function isAskedByTheLanguage(name: string | symbol): boolean {
  return typeof name === 'symbol' || name === 'then' || name === 'toJSON'
}
