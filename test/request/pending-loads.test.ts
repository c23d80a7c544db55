import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { PendingLoads } from '../../src/request/pending-loads.ts'

/** Names of what has run, in order. */
function holding() {
  const loads = new PendingLoads()
  const ran: string[] = []
  return { loads, ran, hold: (name: string) => loads.whenSettled(() => ran.push(name)) }
}

/** A load that is settled from outside. */
function load() {
  let settle = () => {}
  let fail = (_error: Error) => {}
  const promise = new Promise<void>((resolve, reject) => {
    settle = resolve
    fail = reject
  })
  return { promise, settle, fail }
}

async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate()
}

describe('what waits for loads', () => {
  test('runs in the next turn of the event loop where nothing is pending, all at once', async () => {
    const { ran, hold } = holding()
    hold('first')
    hold('second')
    await Promise.resolve()
    expect(ran).toEqual([])
    await turns(1)
    expect(ran).toEqual(['first', 'second'])
    await turns()
    expect(ran).toEqual(['first', 'second'])
  })

  test('runs when the last load is settled, also one that fails', async () => {
    const { loads, ran, hold } = holding()
    const [first, second] = [load(), load()]
    const tracked = [loads.track(first.promise), loads.track(second.promise)]
    hold('held')
    await turns()
    first.settle()
    await turns()
    expect(ran).toEqual([])
    second.fail(new Error('no'))
    await expect(tracked[1]).rejects.toThrow('no')
    await turns()
    expect(ran).toEqual(['held'])
  })

  test('waits for loads that a settled one leads to', async () => {
    const { loads, ran, hold } = holding()
    const [tables, units] = [load(), load()]
    const all = loads.track(tables.promise).then(() => loads.track(units.promise))
    hold('early')
    tables.settle()
    await turns()
    hold('late')
    await turns()
    expect(ran).toEqual([])
    units.settle()
    await all
    await turns()
    expect(ran).toEqual(['early', 'late'])
  })

  test('may be held by what runs itself', async () => {
    const { loads, ran, hold } = holding()
    loads.whenSettled(() => hold('inner'))
    await turns()
    expect(ran).toEqual(['inner'])
  })
})

test('a load gives what it gave', async () => {
  expect(await new PendingLoads().track(Promise.resolve(7))).toBe(7)
})
