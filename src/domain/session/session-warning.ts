/**
 * What kind of thing was left out; see SessionWarningCode in schema.graphql, which describes each.
 */
export type SessionWarningCode =
  | 'COLUMN_LEFT_OUT'
  | 'ROWS_LEFT_OUT'
  | 'SERIES_UNREADABLE'
  | 'VALUES_LEFT_OUT'
  | 'SPIKES_OUT_OF_ORDER'
  | 'IDS_REPEATED'
  | 'TABLE_LEFT_OUT'
  | 'ID_SHARED'
  | 'FILE_DUPLICATED'
  | 'TABLE_MISSING'

/**
 * Something that a recording holds and that is not served, or not as it stands: `Session.warnings`.
 */
export interface SessionWarning {
  readonly code: SessionWarningCode
  /** in the file, such as /units/snr; null: it concerns the file as a whole */
  readonly path: string | null
  /** what was found, what was expected, and the cure, in whole sentences */
  readonly message: string
}

/**
 * Warnings that are collected while a recording is read: each once, in order of their paths, then
 * codes, whatever was read first.
 */
export class WarningCollector {
  readonly #warnings = new Map<string, SessionWarning>()

  /** The first of a code and path stays. */
  add(warning: SessionWarning): void {
    const key = sortKey(warning)
    if (!this.#warnings.has(key)) this.#warnings.set(key, warning)
  }

  sorted(): SessionWarning[] {
    const byKey = [...this.#warnings].sort(([a], [b]) => (a < b ? -1 : 1))
    return byKey.map(([, warning]) => warning)
  }
}

const sortKey = ({ code, path }: SessionWarning) => `${path ?? ''}\0${code}`
