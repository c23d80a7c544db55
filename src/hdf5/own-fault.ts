import { RecordingError } from '../errors.ts'
import type { Hdf5File } from './hdf5-file.ts'

const codes = ['UNSUPPORTED_LAYOUT', 'INDEX_INVALID', 'FILTER_MISSING'] as const

/** What may be wrong with one column or table alone. */
export type OwnFault = RecordingError & { readonly code: (typeof codes)[number] }

/**
 * Whether an error is of one column or table alone; a file that is damaged, or cannot
 * be reached, has other faults.
 */
export function isOwnFault(error: unknown): error is OwnFault {
  return error instanceof RecordingError && codes.some((code) => code === error.code)
}

/** What a dataset says of itself, or, with a warning, null where it is not as it should be. */
export function orLeftOut<Value>(file: Hdf5File, path: string, read: () => Value): Value | null {
  try {
    return read()
  } catch (error) {
    if (!isOwnFault(error)) throw error
    const message = `${error.detail}. It is not served. Write it again with pynwb or MatNWB.`
    file.warn({ code: 'COLUMN_LEFT_OUT', path, message })
    return null
  }
}

/** The same of a whole table, which is worthless without what is read. */
export function orTableLeftOut<Value>(
  file: Hdf5File,
  path: string,
  read: () => Value,
): Value | null {
  try {
    return read()
  } catch (error) {
    if (!isOwnFault(error)) throw error
    warnOfTable(file, path, error)
    return null
  }
}

/** Warn that a table is left out, as something in it cannot be read. */
export function warnOfTable(file: Hdf5File, path: string, { detail }: OwnFault): void {
  const message = `${detail}. The table ${path} is not served. Write it again with pynwb or MatNWB.`
  file.warn({ code: 'TABLE_LEFT_OUT', path, message })
}
