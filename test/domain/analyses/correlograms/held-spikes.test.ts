import { describe, expect, test } from 'vitest'
import { HeldSpikes } from '../../../../src/domain/analyses/correlograms/held-spikes.ts'

const BLOCK = 2 ** 20

describe('HeldSpikes', () => {
  test('keeps copies of spikes whose buffer is used again', () => {
    const held = new HeldSpikes()
    const buffer = Float64Array.of(1, 2, 3)
    const first = held.hold(buffer)
    buffer.set([4, 5, 6])
    const second = held.hold(buffer.subarray(1))
    expect([...first]).toEqual([1, 2, 3])
    expect([...second]).toEqual([5, 6])
    expect(second.buffer).toBe(first.buffer)
  })

  test('puts spikes that a block has no room for into the next, however many they are', () => {
    const held = new HeldSpikes()
    const trains = [
      [1, BLOCK - 1],
      [2, 2],
      [3, 3 * BLOCK],
      [4, 1],
    ] as const
    const copies = trains.map(([value, length]) => held.hold(new Float64Array(length).fill(value)))
    copies.forEach((copy, i) => {
      const [value, length] = trains[i]
      expect(copy).toHaveLength(length)
      expect([copy[0], copy[length - 1]]).toEqual([value, value])
    })
  })

  test('uses blocks again once they are released, at most four, and no large ones', () => {
    const held = new HeldSpikes()
    const block = () => held.hold(new Float64Array(BLOCK)).buffer
    const first = [block(), block()]
    held.hold(new Float64Array(2 * BLOCK))
    const last = [block(), block(), block()]
    held.release()
    const again = [block(), block(), block(), block()]
    expect(again.map((buffer, i) => buffer === [...first, ...last][i])).toEqual(Array(4).fill(true))
    expect(block()).not.toBe(last[2])
  })
})
