import { describe, expect, test } from 'vitest'
import { SpikeFence } from '../../../src/nwb/spikes/spike-index.ts'

// Posts stand at every 256th entry: 0, 256, 512, 768.
const fenceOf = (spikes = 1024) => new SpikeFence(spikes, 1)

/** Entries of a unit that spikes once a second. */
const seconds = (from: number, to: number) =>
  Float64Array.from({ length: to - from }, (_, i) => from + i)

describe('what is known to ascend', () => {
  test('is nothing before it was noted', () => {
    expect(fenceOf().isKnownToAscend({ from: 0, to: 257 })).toBe(false)
  })

  test('is what was noted, and what lies within', () => {
    const fence = fenceOf()
    fence.noteAscending({ from: 256, to: 769 })
    expect(fence.isKnownToAscend({ from: 256, to: 769 })).toBe(true)
    expect(fence.isKnownToAscend({ from: 512, to: 769 })).toBe(true)
    expect(fence.isKnownToAscend({ from: 0, to: 513 })).toBe(false)
    expect(fence.isKnownToAscend({ from: 512, to: 1024 })).toBe(false)
  })

  test('reaches only as far as whole parts between posts', () => {
    const fence = fenceOf()
    fence.noteAscending({ from: 100, to: 700 })
    expect(fence.isKnownToAscend({ from: 256, to: 513 })).toBe(true)
    expect(fence.isKnownToAscend({ from: 0, to: 257 })).toBe(false)
    expect(fence.isKnownToAscend({ from: 512, to: 769 })).toBe(false)
    // not from post to post: a part of it might never have been seen
    expect(fence.isKnownToAscend({ from: 257, to: 513 })).toBe(false)
  })
})

describe('a window', () => {
  const unit = { unitRow: 0, from: 0, to: 2048 }

  function fenceKnowing(...posts: number[]) {
    const fence = fenceOf(2048)
    for (const post of posts) fence.note(seconds(256 * post, 256 * post + 1), 256 * post)
    return fence
  }

  test.each([
    ['between two posts that are neighbours', [0, 3, 4, 7], 800, 900, { from: 768, to: 1025 }],
    [
      'that begins at a post, with the post before',
      [0, 2, 3, 4, 7],
      768,
      800,
      { from: 512, to: 1025 },
    ],
    [
      'that ends at a post, with the post behind',
      [0, 3, 4, 5, 7],
      800,
      1024,
      { from: 768, to: 1281 },
    ],
    ['behind the last post', [0, 7], 1800, 3000, { from: 1792, to: 2048 }],
    ['before the first post', [0, 1, 7], -9, -5, { from: 0, to: 1 }],
  ])('%s lies there', (_, posts, startTime, stopTime, expected) => {
    expect(fenceKnowing(...posts).find(unit, { startTime, stopTime }, false, 0)).toEqual(expected)
  })

  test('between posts far apart is guessed, and for certain between them', () => {
    const fence = fenceKnowing(0, 7)
    const window = { startTime: 900, stopTime: 910 }
    // 900 s are entry 900; a sixteenth of 1,792 entries to either side, from post to post
    expect(fence.find(unit, window, false, 0)).toEqual({ from: 768, to: 1025 })
    expect(fence.find(unit, window, true, 0)).toEqual({ from: 0, to: 1793 })
  })

  test('begins no earlier than what was read before', () => {
    const fence = fenceKnowing(0, 1, 2, 3, 7)
    expect(fence.find(unit, { startTime: 300, stopTime: 400 }, false, 257)).toEqual({
      from: 256,
      to: 513,
    })
  })
})
