import { encodeGlobalId, type IdentifiedType } from '../../../domain/session/global-id.ts'
import { rememberPerTables } from '../../../domain/session/memoize-per-tables.ts'
import { findRepeats, type Ids, rowOfId } from '../../../domain/session/row-ids.ts'
import type { SessionTables } from '../../../domain/session/session-tables.ts'
import type { CatalogSession } from '../../../sessions/session-catalog.ts'

/** A row of one of a session's tables. */
export interface TableRow {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly row: number
}

/** Global ids of the rows of a table, whose own ids the file may repeat. */
class RowIds {
  readonly #type: IdentifiedType
  readonly #ids: (tables: SessionTables) => Ids
  readonly #repeats: (tables: SessionTables) => ReadonlyMap<number, number>

  constructor(type: IdentifiedType, ids: (tables: SessionTables) => Ids) {
    this.#type = type
    this.#ids = ids
    this.#repeats = rememberPerTables((tables) => findRepeats(ids(tables)))
  }

  of({ session, tables, row }: TableRow): string {
    return encodeGlobalId({
      type: this.#type,
      sessionId: session.id,
      localId: String(this.#ids(tables)[row]),
      occurrence: this.#repeats(tables).get(row) ?? 0,
    })
  }

  /** -1: there is no such row. */
  rowOf(tables: SessionTables, localId: string, occurrence: number): number {
    const ids = this.#ids(tables)
    if (occurrence === 0) return rowOfId(ids, localId)
    const found = [...this.#repeats(tables)].find(
      ([row, before]) => before === occurrence && String(ids[row]) === localId,
    )
    return found?.[0] ?? -1
  }
}

export const unitIds = new RowIds('Unit', ({ units }) => units.ids)
export const channelIds = new RowIds('Channel', ({ channels }) => channels.ids)
export const probeIds = new RowIds(
  'Probe',
  rememberPerTables(({ probes }) => probes.map(({ id }) => id)),
)
export const optogeneticEpochIds = new RowIds(
  'OptogeneticEpoch',
  rememberPerTables(({ optogeneticEpochs }) =>
    (optogeneticEpochs ?? []).map(({ id }) => String(id)),
  ),
)

/**
 * Global id of an object that its session numbers from 0, or whose path it is: none is there twice.
 */
export function globalId(
  type: IdentifiedType,
  { id: sessionId }: CatalogSession,
  localId: string | number,
): string {
  return encodeGlobalId({ type, sessionId, localId: String(localId), occurrence: 0 })
}
