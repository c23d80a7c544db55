import type { NumericArray } from './encoded-array.ts'
import { UnexpectedResponseError } from './errors.ts'
import { membersOf } from './labelled-arrays.ts'

/** A table, column by column. */
export interface Table {
  readonly rowCount: number
  /** by their names, in order; a missing number is NaN, a missing text '' */
  readonly columns: ReadonlyMap<string, NumericArray['data'] | readonly string[]>
}

/**
 * The columns in the bytes of a table's .npz file.
 *
 * @throws UnexpectedResponseError for another file
 */
export function decodeTable(bytes: Uint8Array): Table {
  const members = [...membersOf(bytes)]
  const rowCount = members[0]?.[1].shape[0] ?? 0
  if (members.every(([, { shape }]) => shape.length === 1 && shape[0] === rowCount)) {
    return { rowCount, columns: new Map(members.map(([name, { data }]) => [name, data])) }
  }
  throw new UnexpectedResponseError('The .npz file is not a table; read it with arrays(href).')
}
