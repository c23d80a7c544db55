/**
 * A value, or a promise of it: most fields have theirs at once, and a
 * promise costs more than they do.
 */
export type Eventual<Value> = Value | Promise<Value>

export function isPromise<Value>(value: Eventual<Value>): value is Promise<Value> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function'
}

/** Nobody waits for these: a rejection among them is no unhandled one. */
export function abandon(values: Iterable<unknown>): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, ignore)
}

function ignore(): void {}
