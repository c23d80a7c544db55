import { setImmediate } from 'node:timers/promises'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { SessionWarning } from '../../domain/session/session-warning.ts'
import { SessionNotAvailableError } from '../../errors.ts'
import { describeTables } from '../../sessions/describe-session.ts'
import type { CatalogSession, PublishedSession } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'
import type { ContentName, SessionContents } from '../../sessions/session-requests.ts'
import { absentTables } from './absent-tables.ts'
import type { ProjectFile } from './project-columns.ts'
import type { ProjectTables, SessionStructure } from './project-tables.ts'

/** A session that only the tables of an AllenSDK cache know. */
export function absentSession(
  id: string,
  tables: ProjectTables,
  published: PublishedSession,
): CatalogSession {
  return {
    ...describeStructure(tables.structure(id)),
    id,
    available: false,
    fileName: `session_${id}.nwb`,
    fileSize: null,
    location: null,
    place: null,
    published,
    warnings: tables.lacking.map(lackingWarning),
    reader: new AbsentSessionReader(id, tables),
  }
}

/** Has what the tables of the cache say; all else is in the file. */
class AbsentSessionReader implements SessionReader {
  readonly #id: string
  readonly #tables: ProjectTables
  /** Its tables are not the file's; what is wrong with them is reported where they are refused. */
  readonly #contents: { readonly [Name in ContentName]?: SessionContents[Name] } = { warnings: [] }

  constructor(id: string, tables: ProjectTables) {
    this.#id = id
    this.#tables = tables
  }

  /** Made for each request: all of a project would be as large as its tables once more. */
  async tables(): Promise<SessionTables> {
    // Others get their turn meanwhile.
    await setImmediate()
    return absentTables(this.#tables.structure(this.#id), () => {
      throw new SessionNotAvailableError(this.#id)
    })
  }

  async load<Name extends ContentName>(name: Name): Promise<SessionContents[Name]> {
    const content = this.#contents[name]
    if (content === undefined) throw new SessionNotAvailableError(this.#id)
    return content
  }

  async read(): Promise<never> {
    throw new SessionNotAvailableError(this.#id)
  }
}

/** What a list of sessions says of it; null: the tables that would say are missing. */
function describeStructure(structure: SessionStructure) {
  const { known } = structure
  const everything = { probes: true, channels: true, units: true }
  const described = describeTables(
    absentTables({ ...structure, known: everything }, () => {
      throw new Error('a list of sessions needs more than the tables have')
    }),
  )
  return {
    ...described,
    unitCount: known.units ? described.unitCount : null,
    passingUnitCount: known.units ? described.passingUnitCount : null,
    channelCount: known.channels ? described.channelCount : null,
    probeCount: known.probes ? described.probeCount : null,
    recordedAreas: known.channels ? described.recordedAreas : null,
  }
}

const contents = {
  sessions: 'its type, subject and dates are',
  probes: 'its probes, channels and units are',
  channels: 'its channels, areas and units are',
  units: 'its units are',
} as const satisfies Record<ProjectFile, string>

function lackingWarning(name: ProjectFile): SessionWarning {
  return {
    code: 'TABLE_MISSING',
    path: null,
    message: `The AllenSDK cache has no usable ${name}.csv, so ${contents[name]} unknown while the session's file is absent. Have the AllenSDK write it: EcephysProjectCache.get_session_table().`,
  }
}
