import { describe, expect, test } from 'vitest'
import { RequestAbortedError, ServerBusyError } from '../../../src/errors.ts'
import { HeavyLane, type HeavyPlace } from '../../../src/http/guards/heavy-lane.ts'

const never = new AbortController().signal

const MB = 2 ** 20

/** Places by the names of those who entered; a name begins with that of its client. */
class Entering {
  readonly lane: HeavyLane
  readonly places = new Map<string, HeavyPlace>()
  readonly refused = new Map<string, Error>()

  constructor(places: number, queueLength: number, megabytes: number) {
    this.lane = new HeavyLane({ places, queueLength, maxBytes: megabytes * MB })
  }

  async enter(name: string, megabytes: number): Promise<void> {
    this.lane.enter(name.slice(0, 1), megabytes * MB, never).then(
      (place) => this.places.set(name, place),
      (error) => this.refused.set(name, error),
    )
    await settled()
  }

  async finish(name: string): Promise<void> {
    this.places.get(name)?.finish()
    await settled()
  }

  async release(name: string): Promise<void> {
    this.places.get(name)?.release()
    await settled()
  }

  get entered(): string[] {
    return [...this.places.keys()]
  }
}

async function settled(): Promise<void> {
  for (let tick = 0; tick < 5; tick++) await Promise.resolve()
}

describe('HeavyLane', () => {
  test('lets small ones in while there are places, and each client in its turn', async () => {
    const entering = new Entering(2, 9, 100)
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1']) await entering.enter(name, 1)
    expect(entering.entered).toEqual(['a1', 'a2'])
    expect([entering.lane.running, entering.lane.waiting]).toEqual([2, 3])
    await entering.finish('a1')
    await entering.finish('a2')
    expect(entering.entered).toEqual(['a1', 'a2', 'a3', 'b1'])
    await entering.finish('a3')
    expect(entering.entered).toEqual(['a1', 'a2', 'a3', 'b1', 'a4'])
  })

  test('a finished one gives its place back, but its bytes only when it is released', async () => {
    const entering = new Entering(4, 9, 100)
    await entering.enter('a1', 80)
    await entering.finish('a1')
    expect([entering.lane.running, entering.lane.bytes]).toEqual([0, 80 * MB])
    await entering.enter('b1', 30)
    expect(entering.entered).toEqual(['a1'])
    await entering.release('a1')
    expect(entering.entered).toEqual(['a1', 'b1'])
    expect(entering.lane.bytes).toBe(30 * MB)
  })

  test('small ones do not wait for memory that large ones take', async () => {
    const entering = new Entering(4, 9, 100)
    await entering.enter('a1', 100)
    await entering.enter('a2', 3)
    await entering.enter('b1', 2)
    expect(entering.entered).toEqual(['a1', 'b1'])
  })

  test('large ones have half of the places', async () => {
    const entering = new Entering(4, 9, 100)
    for (const name of ['a1', 'b1', 'c1']) await entering.enter(name, 3)
    expect(entering.entered).toEqual(['a1', 'b1'])
    for (const name of ['a2', 'b2', 'c2']) await entering.enter(name, 1)
    expect(entering.entered).toEqual(['a1', 'b1', 'a2', 'b2'])
  })

  test('large ones have the smaller half, and small ones that run take none of it', async () => {
    const entering = new Entering(3, 9, 100)
    for (const name of ['a1', 'b1']) await entering.enter(name, 3)
    expect(entering.entered).toEqual(['a1'])
    expect(entering.lane.waiting).toBe(1)
    const others = new Entering(4, 9, 100)
    for (const name of ['a1', 'b1']) await others.enter(name, 1)
    // Larger than all memory, of which no other large one takes anything.
    await others.enter('c1', 300)
    await others.enter('d1', 1)
    expect(others.entered).toEqual(['a1', 'b1', 'c1', 'd1'])
  })

  test('a large one follows a large one, also while another runs', async () => {
    const entering = new Entering(4, 9, 100)
    for (const name of ['a1', 'b1', 'c1']) await entering.enter(name, 3)
    await entering.release('a1')
    expect(entering.entered).toEqual(['a1', 'b1', 'c1'])
    expect([entering.lane.running, entering.lane.waiting]).toEqual([2, 0])
  })

  test('memory may be taken to the last byte', async () => {
    const entering = new Entering(8, 9, 100)
    await entering.enter('a1', 60)
    await entering.enter('b1', 10)
    await entering.places.get('b1')?.grow(40 * MB, never)
    expect(entering.lane.bytes).toBe(100 * MB)
    await entering.release('b1')
    entering.lane.hold(40 * MB)
    expect(entering.lane.bytes).toBe(100 * MB)
  })

  test('what is small, or takes no more than it has, does not wait to grow', async () => {
    const entering = new Entering(8, 9, 100)
    await entering.enter('a1', 50)
    await entering.enter('b1', 50)
    await entering.enter('c1', 1)
    await entering.places.get('a1')?.grow(90 * MB, never)
    await entering.places.get('b1')?.grow(50 * MB, never)
    await entering.places.get('b1')?.grow(20 * MB, never)
    await entering.places.get('c1')?.grow(2 * MB, never)
    expect(['a1', 'b1', 'c1'].map((name) => entering.places.get(name)?.bytes)).toEqual([
      90 * MB,
      50 * MB,
      2 * MB,
    ])
  })

  test('of those that wait to grow only those go on that fit, and once', async () => {
    const entering = new Entering(8, 9, 100)
    await entering.enter('a1', 30)
    await entering.enter('b1', 30)
    await entering.enter('c1', 30)
    await entering.enter('d1', 1)
    const grown: string[] = []
    void entering.places
      .get('b1')
      ?.grow(80 * MB, never)
      .then(() => grown.push('b1'))
    void entering.places
      .get('c1')
      ?.grow(60 * MB, never)
      .then(() => grown.push('c1'))
    await settled()
    await entering.release('d1')
    expect(grown).toEqual([])
    await entering.places.get('b1')?.release()
    await settled()
    expect(grown).toEqual(['c1'])
    await entering.places.get('c1')?.grow(70 * MB, never)
    await entering.release('a1')
    expect(entering.places.get('c1')?.bytes).toBe(70 * MB)
  })

  test('small ones do not keep large ones out for ever', async () => {
    const entering = new Entering(1, 9, 100)
    await entering.enter('a1', 1)
    await entering.enter('a2', 1)
    await entering.enter('b1', 3)
    await entering.finish('a1')
    expect(entering.entered).toEqual(['a1', 'b1'])
    await entering.finish('b1')
    expect(entering.entered).toEqual(['a1', 'b1', 'a2'])
  })

  test('one that is larger than all memory goes alone', async () => {
    const entering = new Entering(4, 9, 100)
    await entering.enter('a1', 300)
    await entering.enter('b1', 300)
    expect(entering.entered).toEqual(['a1'])
    await entering.release('a1')
    expect(entering.entered).toEqual(['a1', 'b1'])
  })

  test('one that needs more waits until it fits, and those who would come go behind it', async () => {
    const entering = new Entering(8, 9, 100)
    await entering.enter('a1', 60)
    await entering.enter('b1', 30)
    let hasGrown = false
    const growing = entering.places.get('b1')?.grow(90 * MB, never)
    void growing?.then(() => {
      hasGrown = true
    })
    await settled()
    expect(hasGrown).toBe(false)
    await entering.release('a1')
    expect(hasGrown).toBe(true)
    expect(entering.lane.bytes).toBe(90 * MB)
  })

  test('the one that runs the longest may always grow: all would wait for each other', async () => {
    const entering = new Entering(8, 9, 100)
    await entering.enter('a1', 50)
    await entering.enter('b1', 50)
    const second = entering.places.get('b1')?.grow(80 * MB, never)
    await entering.places.get('a1')?.grow(80 * MB, never)
    expect(entering.lane.bytes).toBe(130 * MB)
    await entering.release('a1')
    await second
    expect(entering.lane.bytes).toBe(80 * MB)
  })

  test('turns away whoever finds the queue full, and the greediest first', async () => {
    const entering = new Entering(1, 2, 100)
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1']) await entering.enter(name, 1)
    expect([...entering.refused.keys()]).toEqual(['a4', 'a3'])
    expect(entering.refused.get('a4')).toBeInstanceOf(ServerBusyError)
    await entering.finish('a1')
    await entering.finish('a2')
    expect(entering.entered).toEqual(['a1', 'a2', 'b1'])
  })

  test('forgets whoever goes away while waiting, to enter or to grow', async () => {
    const entering = new Entering(4, 9, 100)
    await entering.enter('a1', 90)
    await entering.enter('c1', 10)
    const gone = new AbortController()
    const waiting = entering.lane.enter('b', 50 * MB, gone.signal)
    const growing = entering.places.get('c1')?.grow(20 * MB, gone.signal)
    gone.abort()
    await expect(waiting).rejects.toThrow(RequestAbortedError)
    await expect(growing).rejects.toThrow(RequestAbortedError)
    expect(entering.lane.waiting).toBe(0)
    await entering.release('a1')
    expect(entering.lane.bytes).toBe(10 * MB)
  })

  test('an answer that is made already is counted, or refused where it does not fit', () => {
    const { lane } = new Entering(4, 9, 100)
    const held = lane.hold(90 * MB)
    expect(lane.bytes).toBe(90 * MB)
    expect(() => lane.hold(11 * MB)).toThrow(ServerBusyError)
    held.release()
    held.release()
    expect(lane.bytes).toBe(0)
  })
})
