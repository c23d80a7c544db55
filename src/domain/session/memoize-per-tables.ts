import type { SessionTables } from './session-tables.ts'

/**
 * The same function, that computes once what it tells of a session's
 * tables, and forgets it with them.
 */
export function rememberPerTables<Value>(
  compute: (tables: SessionTables) => Value,
): (tables: SessionTables) => Value {
  const known = new WeakMap<SessionTables, { readonly value: Value }>()
  return (tables) => {
    const remembered = known.get(tables)
    if (remembered) return remembered.value
    const value = compute(tables)
    known.set(tables, { value })
    return value
  }
}
