import { describe, expect, test } from 'vitest'
import { SpikeIndex } from '../../../src/nwb/spikes/spike-index.ts'

// Every 256th entry is an anchor: 0, 256, 512, 768.
const indexOf = (spikes = 1024) => new SpikeIndex(spikes, 1)

/** Entries of a unit that spikes once a second. */
const seconds = (from: number, to: number) =>
  Float64Array.from({ length: to - from }, (_, i) => from + i)

describe('what is known to ascend', () => {
  test('is nothing before it was noted', () => {
    expect(indexOf().isKnownToAscend({ from: 0, to: 257 })).toBe(false)
  })

  test('is what was noted, and what lies within', () => {
    const index = indexOf()
    index.noteAscending({ from: 256, to: 769 })
    expect(index.isKnownToAscend({ from: 256, to: 769 })).toBe(true)
    expect(index.isKnownToAscend({ from: 512, to: 769 })).toBe(true)
    expect(index.isKnownToAscend({ from: 0, to: 513 })).toBe(false)
    expect(index.isKnownToAscend({ from: 512, to: 1024 })).toBe(false)
  })

  test('reaches only as far as whole parts between anchors', () => {
    const index = indexOf()
    index.noteAscending({ from: 100, to: 700 })
    expect(index.isKnownToAscend({ from: 256, to: 513 })).toBe(true)
    expect(index.isKnownToAscend({ from: 0, to: 257 })).toBe(false)
    expect(index.isKnownToAscend({ from: 512, to: 769 })).toBe(false)
    // not from anchor to anchor: a part of it might never have been seen
    expect(index.isKnownToAscend({ from: 257, to: 513 })).toBe(false)
  })
})

describe('a window', () => {
  const unit = { unitRow: 0, from: 0, to: 2048 }

  function indexKnowing(...anchors: number[]) {
    const index = indexOf(2048)
    for (const anchor of anchors) index.note(seconds(256 * anchor, 256 * anchor + 1), 256 * anchor)
    return index
  }

  test.each([
    ['between two anchors that are neighbours', [0, 3, 4, 7], 800, 900, { from: 768, to: 1025 }],
    [
      'that begins at an anchor, with the anchor before',
      [0, 2, 3, 4, 7],
      768,
      800,
      { from: 512, to: 1025 },
    ],
    [
      'that ends at an anchor, with the anchor after it',
      [0, 3, 4, 5, 7],
      800,
      1024,
      { from: 768, to: 1281 },
    ],
    ['after the last anchor', [0, 7], 1800, 3000, { from: 1792, to: 2048 }],
    ['before the first anchor', [0, 1, 7], -9, -5, { from: 0, to: 1 }],
  ])('%s lies there', (_, anchors, startTime, stopTime, expected) => {
    expect(indexKnowing(...anchors).find(unit, { startTime, stopTime }, false, 0)).toEqual(expected)
  })

  test('between anchors far apart is guessed, and for certain between them', () => {
    const index = indexKnowing(0, 7)
    const window = { startTime: 900, stopTime: 910 }
    // 900 s are entry 900; a sixteenth of 1,792 entries to either side, from anchor to anchor
    expect(index.find(unit, window, false, 0)).toEqual({ from: 768, to: 1025 })
    expect(index.find(unit, window, true, 0)).toEqual({ from: 0, to: 1793 })
  })

  test('begins no earlier than what was read before', () => {
    const index = indexKnowing(0, 1, 2, 3, 7)
    expect(index.find(unit, { startTime: 300, stopTime: 400 }, false, 257)).toEqual({
      from: 256,
      to: 513,
    })
  })
})
