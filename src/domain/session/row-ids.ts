import type { ExactNumbers } from '../numeric/exact-numbers.ts'

/** Ids of the rows of a table, as the file has them. */
export type Ids = ExactNumbers | readonly string[]

/** First row with an id as it is written: "007" is not the id 7. -1: there is none. */
export function rowOfId(ids: Ids, text: string): number {
  if (!ArrayBuffer.isView(ids)) return ids.indexOf(text)
  if (ids instanceof Float64Array) {
    const number = Number(text)
    return String(number) === text ? ids.indexOf(number) : -1
  }
  return /^-?\d{1,20}$/.test(text) && String(BigInt(text)) === text ? ids.indexOf(BigInt(text)) : -1
}

/** All rows with an id as it is written: a file may repeat one. */
export function rowsOfId(ids: Ids, text: string): number[] {
  const first = rowOfId(ids, text)
  if (first < 0) return []
  const rows: number[] = []
  for (let row = first; row < ids.length; row++) if (ids[row] === ids[first]) rows.push(row)
  return rows
}

/** Of each row whose id a row before it has, too: how many such rows there are. */
export function findRepeats(ids: Ids): ReadonlyMap<number, number> {
  const seen = new Map<string | number | bigint, number>()
  const repeats = new Map<number, number>()
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as string | number | bigint
    const before = seen.get(id) ?? 0
    seen.set(id, before + 1)
    if (before > 0) repeats.set(row, before)
  }
  return repeats
}
