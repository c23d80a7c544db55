import { InvalidArgumentError } from '../../../errors.ts'

/** The requested page of a list. */
export interface PageArguments {
  readonly first: number
  readonly after?: string | null
}

export interface Page<Entry> {
  readonly entries: readonly Entry[]
  readonly cursorAt: (position: number) => string
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly totalCount: number
}

/**
 * One page of a list, as Relay numbers pages. A cursor holds the entry's position and its id: it
 * holds on when entries before it come or go between two pages, and it is an error, not an empty
 * page, when its own entry has gone.
 *
 * @throws InvalidArgumentError
 */
export function cutPage<Entry>(
  all: ArrayLike<Entry>,
  idOf: (entry: Entry) => string,
  { first, after }: PageArguments,
  maxFirst: number,
): Page<Entry> {
  assertFirst(first, maxFirst)
  const from = after == null ? 0 : positionOf(after, all, idOf) + 1
  const entries = Array.from(
    { length: Math.min(first, all.length - from) },
    (_, i) => all[from + i],
  )
  return pageOf(entries, from, all.length, idOf)
}

/** @throws InvalidArgumentError */
export function assertFirst(first: number, maxFirst: number): void {
  if (first >= 1 && first <= maxFirst) return
  throw new InvalidArgumentError(
    `first is ${first}; it must be from 1 to ${maxFirst}. For the next page use after: pageInfo.endCursor.`,
  )
}

/** A page that was cut by whoever has the list. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  from: number,
  totalCount: number,
  idOf: (entry: Entry) => string,
): Page<Entry> {
  return {
    entries,
    cursorAt: (position) => toCursor(from + position, idOf(entries[position])),
    hasNextPage: from + entries.length < totalCount,
    hasPreviousPage: from > 0,
    totalCount,
  }
}

/** What a cursor says of its entry; null: it is not one. */
export function parseCursor(cursor: string): { position: number; id: string } | null {
  const [, digits, id] = /^(\d{1,9}):(.*)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return id === undefined ? null : { position: Number(digits), id }
}

/**
 * A page as the connection types of the schema give it. Cursors are
 * written when they are requested.
 */
export function toConnection<Entry, Node>(page: Page<Entry>, toNode: (entry: Entry) => Node) {
  const { entries, cursorAt, hasNextPage, hasPreviousPage, totalCount } = page
  const nodes = entries.map(toNode)
  return {
    nodes,
    get edges() {
      return nodes.map((node, i) => ({ node, cursor: cursorAt(i) }))
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return entries.length > 0 ? cursorAt(0) : null
      },
      get endCursor() {
        return entries.length > 0 ? cursorAt(entries.length - 1) : null
      },
    },
    totalCount,
  }
}

function toCursor(position: number, id: string): string {
  return Buffer.from(`${position}:${id}`).toString('base64url')
}

function positionOf<Entry>(
  cursor: string,
  all: ArrayLike<Entry>,
  idOf: (entry: Entry) => string,
): number {
  const wanted = parseCursor(cursor)
  if (wanted) {
    const { id } = wanted
    const isAt = (position: number) => position < all.length && idOf(all[position]) === id
    if (isAt(wanted.position)) return wanted.position
    for (let position = 0; position < all.length; position++) if (isAt(position)) return position
  }
  throw notACursor(cursor)
}

export function notACursor(cursor: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `after "${cursor.slice(0, 50)}" is not a cursor of this list. Use pageInfo.endCursor of the previous page, with the same conditions.`,
  )
}
