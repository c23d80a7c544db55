import { expect, test } from 'vitest'
import { Reply } from '../../../src/byte-sources/fetcher/reply.ts'

test('a reply is waited for until it is finished, and may be used again', () => {
  const reply = Reply.ofSize(4)
  expect(reply.wait(0)).toBe(false)
  const other = new Reply(reply.memory)
  other.bytes.set([1, 2, 3, 4])
  other.finish()
  expect([reply.wait(0), reply.failure]).toEqual([true, null])
  expect([...reply.bytes.slice(0, 4)]).toEqual([1, 2, 3, 4])
  reply.reset()
  expect(reply.wait(0)).toBe(false)
})

test('a reply may be a value, or a failure', () => {
  const reply = Reply.ofSize(0)
  reply.finishWith({ size: 7 })
  expect([reply.wait(0), reply.failure, reply.json()]).toEqual([true, null, { size: 7 }])
  const failure = { code: 'FILE_MISSING', name: 'far.nwb' } as never
  reply.fail(failure)
  expect([reply.wait(0), reply.failure]).toEqual([true, failure])
})

test('a reply has room for what was requested, and always for a failure', () => {
  expect([0, 8192, 8193].map((bytes) => Reply.ofSize(bytes).bytes.length)).toEqual([
    8192, 8192, 8193,
  ])
})
