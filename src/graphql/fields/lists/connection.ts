import { InvalidArgumentError } from '../../../errors.ts'

/** Which page of a list is asked. */
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
  if (first < 1 || first > maxFirst) {
    throw new InvalidArgumentError(
      `first is ${first}; it must be from 1 to ${maxFirst}. For the next page use after: pageInfo.endCursor.`,
    )
  }
  const from = after == null ? 0 : positionOf(after, all, idOf) + 1
  const entries = Array.from(
    { length: Math.min(first, all.length - from) },
    (_, i) => all[from + i],
  )
  return {
    entries,
    cursorAt: (position) => toCursor(from + position, idOf(entries[position])),
    hasNextPage: from + entries.length < all.length,
    hasPreviousPage: from > 0,
    totalCount: all.length,
  }
}

/**
 * A page as the connection types of the schema give it. Cursors are
 * written when they are asked for.
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
  const [, digits, id] = /^(\d{1,9}):(.*)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const isAt = (position: number) => position < all.length && idOf(all[position]) === id
  if (id !== undefined) {
    if (isAt(Number(digits))) return Number(digits)
    for (let position = 0; position < all.length; position++) if (isAt(position)) return position
  }
  throw new InvalidArgumentError(
    `after "${cursor.slice(0, 50)}" is not a cursor of this list. Use pageInfo.endCursor of the previous page, with the same conditions.`,
  )
}
