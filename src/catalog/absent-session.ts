import { setImmediate } from 'node:timers/promises'
import type { SessionTables } from '../domain/session-tables.ts'
import { SessionNotAvailableError } from '../errors.ts'
import type { SessionReader } from '../nwb/session-reader.ts'
import { describeTables } from './describe-session.ts'
import type { ProjectTables, SessionStructure } from './project-tables.ts'
import type { CatalogSession, PublishedSession } from './session-catalog.ts'

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
    warnings: [],
    reader: onlyKnowing<SessionReader>(
      {
        // Made anew for each request: all of a project would be as large as its tables once more. Others get their turn meanwhile.
        tables: async () => {
          await setImmediate()
          return structure()
        },
        // Its tables are not the file's; what is wrong with them is told where they are refused.
        warnings: async () => [],
      },
      () => async () => {
        throw new SessionNotAvailableError(id)
      },
    ),
  }
}

/** What else a file would tell fails when it is looked at. */
function withoutFile(structure: SessionStructure, id: string): SessionTables {
  const fail = () => {
    throw new SessionNotAvailableError(id)
  }
  const units = onlyKnowing<SessionTables['units']>(structure.units, fail)
  return onlyKnowing<SessionTables>({ ...structure, units }, fail)
}

/**
 * An object that has what is known, and something else in place of all the rest, whatever tables and readers will learn to tell.
 *
 * @param unknown what is in its place; may throw
 */
function onlyKnowing<Whole extends object>(known: Partial<Whole>, unknown: () => unknown): Whole {
  // Behind the object, so that what it has is as quick as ever.
  const behind = new Proxy(Object.prototype, {
    get(target, name) {
      const isAskedByTheLanguage = typeof name === 'symbol' || name === 'then' || name === 'toJSON'
      return isAskedByTheLanguage || name in target ? Reflect.get(target, name) : unknown()
    },
  })
  return Object.assign(Object.create(behind), known)
}
