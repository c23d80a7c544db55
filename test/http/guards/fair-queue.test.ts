import { describe, expect, test } from 'vitest'
import { FairQueue } from '../../../src/http/guards/fair-queue.ts'

function filled(maxLength: number, ...entries: readonly string[]) {
  const queue = new FairQueue<string>(maxLength)
  // An entry begins with the name of its client.
  const lost = entries.map((entry) => queue.add(entry.slice(0, 1), entry))
  return { queue, lost }
}

function takeAll(queue: FairQueue<string>): (string | undefined)[] {
  return Array.from({ length: queue.length }, () => queue.take())
}

describe('FairQueue', () => {
  test('gives each client its turn, oldest first', () => {
    const { queue } = filled(9, 'a1', 'a2', 'a3', 'b1', 'c1', 'b2')
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
    expect(queue.take()).toBeUndefined()
  })

  test('a client that comes later takes its turn behind those who wait', () => {
    const { queue } = filled(9, 'a1', 'a2', 'b1')
    expect(queue.take()).toBe('a1')
    queue.add('c', 'c1')
    expect(takeAll(queue)).toEqual(['b1', 'a2', 'c1'])
  })

  test('shows whose turn it is, and leaves it', () => {
    const { queue } = filled(9, 'a1', 'a2', 'b1')
    expect(queue.peek()).toBe('a1')
    queue.take()
    expect(queue.peek()).toBe('b1')
    expect(queue.length).toBe(2)
  })

  test('when it is full, the client with the most loses its newest', () => {
    const { queue, lost } = filled(3, 'a1', 'a2', 'a3', 'b1')
    expect(lost).toEqual([null, null, null, 'a3'])
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'a2'])
  })

  test('nobody who waits loses a place to one who has as many', () => {
    expect(filled(2, 'a1', 'b1', 'c1').lost).toEqual([null, null, 'c1'])
    expect(filled(2, 'a1', 'a2', 'a3').lost).toEqual([null, null, 'a3'])
    expect(filled(3, 'a1', 'a2', 'b1', 'b2').lost).toEqual([null, null, null, 'b2'])
  })

  test('without any room everyone is turned away', () => {
    const { queue, lost } = filled(0, 'a1')
    expect(lost).toEqual(['a1'])
    expect(queue.length).toBe(0)
  })

  test('forgets an entry wherever it waits, and nothing else', () => {
    const { queue } = filled(9, 'a1', 'a2', 'b1')
    queue.delete('a', 'a1')
    queue.delete('b', 'b1')
    queue.delete('b', 'b1')
    queue.delete('c', 'a2')
    expect(queue.length).toBe(1)
    expect(takeAll(queue)).toEqual(['a2'])
  })
})
