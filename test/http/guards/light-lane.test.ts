import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { RequestAbortedError, ServerBusyError } from '../../../src/errors.ts'
import { LightLane } from '../../../src/http/guards/light-lane.ts'

const never = new AbortController().signal

/** Names of those who entered, each when it is known. */
function entering(lane: LightLane, ...names: readonly string[]) {
  const entered: string[] = []
  const leave = new Map<string, () => void>()
  for (const name of names) {
    void lane.enter(name.slice(0, 1), never).then((leaveIt) => {
      entered.push(name)
      leave.set(name, leaveIt)
    })
  }
  return { entered, leave: (name: string) => leave.get(name)?.() }
}

async function turns(count = 8): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate()
}

describe('LightLane', () => {
  test('lets so many in at once, then each client in its turn', async () => {
    const lane = new LightLane(1, 9)
    const { entered, leave } = entering(lane, 'a1', 'a2', 'a3', 'b1')
    await turns()
    expect(entered).toEqual(['a1'])
    expect([lane.running, lane.waiting]).toEqual([1, 3])
    leave('a1')
    await turns()
    leave('a2')
    await turns()
    expect(entered).toEqual(['a1', 'a2', 'b1'])
    leave('b1')
    await turns()
    leave('a3')
    expect([lane.running, lane.waiting]).toEqual([0, 0])
  })

  test('one begins in each turn of the event loop', async () => {
    const { entered } = entering(new LightLane(9, 0), 'a', 'b', 'c')
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    expect(entered).toEqual(['a'])
    await turns(1)
    expect(entered).toEqual(['a', 'b'])
  })

  test('a place that is given back twice is one place', async () => {
    const lane = new LightLane(1, 9)
    const leave = await lane.enter('a', never)
    leave()
    leave()
    expect(lane.running).toBe(0)
  })

  test('turns away whoever finds the queue full', async () => {
    const lane = new LightLane(1, 0)
    const leave = await lane.enter('a', never)
    await expect(lane.enter('a', never)).rejects.toThrow(ServerBusyError)
    leave()
    await expect(lane.enter('a', never)).resolves.toBeTypeOf('function')
  })

  test('forgets whoever goes away while waiting', async () => {
    const lane = new LightLane(1, 1)
    const leave = await lane.enter('a', never)
    const gone = new AbortController()
    const waiting = lane.enter('a', gone.signal)
    gone.abort()
    await expect(waiting).rejects.toThrow(RequestAbortedError)
    await expect(lane.enter('b', AbortSignal.abort())).rejects.toThrow(RequestAbortedError)
    expect(lane.waiting).toBe(0)
    leave()
    expect(lane.running).toBe(0)
  })
})
