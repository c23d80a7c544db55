import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Turns } from '../../../src/http/guards/turns.ts'

/** Names of what began so far; each takes its turn. */
function beginning(turns: Turns, ...names: readonly string[]): string[] {
  const begun: string[] = []
  for (const name of names) turns.take().then(() => begun.push(name))
  return begun
}

test('the first begins at once, each other in a turn of its own, in order', async () => {
  const begun = beginning(new Turns(), 'first', 'second', 'third')
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toEqual(['first'])
  await setImmediate()
  expect(begun).toEqual(['first', 'second'])
  await setImmediate()
  expect(begun).toEqual(['first', 'second', 'third'])
})

test('who comes later begins at once, when the others have', async () => {
  const turns = new Turns()
  beginning(turns, 'first', 'second')
  for (let turn = 0; turn < 3; turn++) await setImmediate()
  const begun = beginning(turns, 'later')
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toEqual(['later'])
})

test('who comes while others wait is the last', async () => {
  const turns = new Turns()
  const begun = beginning(turns, 'first', 'second', 'third')
  await setImmediate()
  turns.take().then(() => begun.push('fourth'))
  for (let turn = 0; turn < 3; turn++) await setImmediate()
  expect(begun).toEqual(['first', 'second', 'third', 'fourth'])
})

test('who has had a turn gets another only in one of the next', async () => {
  const turns = new Turns()
  const begun: string[] = []
  turns.takeNext().then(() => begun.push('first again'))
  turns.takeNext().then(() => begun.push('second again'))
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toEqual([])
  await setImmediate()
  expect(begun).toEqual(['first again'])
  await setImmediate()
  expect(begun).toEqual(['first again', 'second again'])
})

test('several begin in each turn where several may', async () => {
  const begun = beginning(new Turns(2), 'first', 'second', 'third', 'fourth', 'fifth')
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toEqual(['first', 'second'])
  await setImmediate()
  expect(begun).toEqual(['first', 'second', 'third', 'fourth'])
  await setImmediate()
  expect(begun).toEqual(['first', 'second', 'third', 'fourth', 'fifth'])
})
