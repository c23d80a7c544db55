import { describe, expect, test } from 'vitest'
import { RequestAbortedError, ServerBusyError } from '../../src/errors.ts'
import { Gate } from '../../src/http/gate.ts'

const never = new AbortController().signal

/** Work that ends when the test says so. */
function held() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { end, work: () => ended }
}

describe('Gate', () => {
  test('lets so many in at once, and the one who waits longest next', async () => {
    const gate = new Gate(1, 2)
    const first = held()
    const order: string[] = []
    const runs = [
      gate.run(never, first.work),
      gate.run(never, async () => order.push('second')),
      gate.run(never, async () => order.push('third')),
    ]
    await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual([])
    first.end()
    await Promise.all(runs)
    expect(order).toEqual(['second', 'third'])
  })

  test('turns away whoever comes when the queue is full', async () => {
    const gate = new Gate(1, 0)
    const first = held()
    const run = gate.run(never, first.work)
    await expect(gate.run(never, async () => {})).rejects.toThrow(ServerBusyError)
    first.end()
    await run
    await expect(gate.run(never, async () => 'in')).resolves.toBe('in')
  })

  test('gives the place on when the work fails', async () => {
    const gate = new Gate(1, 0)
    await expect(gate.run(never, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(gate.run(never, async () => 'in')).resolves.toBe('in')
  })

  test('forgets whoever goes away while waiting', async () => {
    const gate = new Gate(1, 1)
    const first = held()
    const run = gate.run(never, first.work)
    const gone = new AbortController()
    const waiting = gate.run(gone.signal, async () => {
      throw new Error('ran although it was gone')
    })
    gone.abort()
    await expect(waiting).rejects.toThrow(RequestAbortedError)
    const next = gate.run(never, async () => 'in')
    first.end()
    await run
    await expect(next).resolves.toBe('in')
  })
})
