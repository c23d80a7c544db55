import { describe, expect, test } from 'vitest'
import { AlignedSamples } from '../../../../src/domain/analyses/lfp/aligned-samples.ts'

const { NaN: nan } = Number

/** One channel with sample i at i seconds, in pieces. */
function align(
  startTimes: number[],
  edges: number[],
  ...pieces: readonly (readonly [times: number[], samples: number[]])[]
) {
  const aligned = new AlignedSamples(Float64Array.from(startTimes), Float64Array.from(edges), 1)
  for (const [times, samples] of pieces) {
    aligned.add(Float64Array.from(times), Float64Array.from(samples))
  }
  return [...aligned.finish()]
}

describe('samples around events', () => {
  test('are averaged in bins that include their start, and the last its end, too', () => {
    // Around 2: bins [-2, 0) with samples 0 and 1, [0, 2] with samples 2, 3 and 4
    expect(
      align(
        [2],
        [-2, 0, 2],
        [
          [0, 1, 2, 3, 4],
          [10, 20, 1, 2, 6],
        ],
      ),
    ).toEqual([15, 3])
  })

  test('come in pieces, and count for every event whose window they lie in', () => {
    expect(
      align(
        [1, 2],
        [0, 2],
        [
          [0, 1, 2],
          [1, 2, 3],
        ],
        [
          [3, 4],
          [5, 9],
        ],
      ),
    ).toEqual([(2 + 3 + 5) / 3, (3 + 5 + 9) / 3])
  })

  test('that are missing do not count; a bin without samples is missing', () => {
    expect(
      align(
        [0, 10],
        [0, 1, 2],
        [
          [0, 0.5, 1.5],
          [4, nan, nan],
        ],
      ),
    ).toEqual([4, nan, nan, nan])
  })

  test('of events without a time are missing, and events keep their order', () => {
    expect(
      align(
        [3, nan, 0],
        [0, 1],
        [
          [0, 1, 2, 3],
          [1, 2, 3, 4],
        ],
      ),
    ).toEqual([4, nan, 1.5])
  })

  test('out of order are found all the same', () => {
    expect(
      align(
        [0],
        [0, 2],
        [
          [2, 0, 5, 1],
          [3, 1, 100, 2],
        ],
      ),
    ).toEqual([2])
    expect(
      align(
        [0],
        [0, 2],
        [
          [0, 5, 1],
          [1, 100, 2],
        ],
      ),
    ).toEqual([1.5])
  })

  test('that are before the window do not hide others, out of order', () => {
    expect(
      align(
        [1],
        [0, 2],
        [
          [0, 3, 0.5, 2],
          [9, 4, 9, 2],
        ],
      ),
    ).toEqual([3])
  })

  test('are found around many events, in any order, bin by bin', () => {
    const around = [50, 0, 40, 10, 30, 20]
    const times = [0.5, 10.5, 11.5, 30.5, 41.5, 51.5]
    expect(align(around, [0, 1, 2], [times, [1, 2, 3, 4, 5, 6]])).toEqual([
      ...[nan, 6],
      ...[1, nan],
      ...[nan, 5],
      ...[2, 3],
      ...[4, nan],
      ...[nan, nan],
    ])
  })

  test('come before events whose windows reach back, and at negative times', () => {
    expect(align([10, 11, 12, 13], [-4, -3], [[9], [7]])).toEqual([nan, nan, 7, 7])
    expect(
      align(
        [-5],
        [0, 2],
        [
          [-6, -5, -4],
          [1, 2, 4],
        ],
      ),
    ).toEqual([3])
  })

  test('of several channels stay apart', () => {
    const aligned = new AlignedSamples(Float64Array.of(0), Float64Array.of(0, 1, 2), 2)
    aligned.add(Float64Array.of(0, 1, 2), Float64Array.of(1, 10, 2, 20, 4, nan))
    expect([...aligned.finish()]).toEqual([1, 10, 3, 20])
  })

  test('of no piece are missing', () => {
    expect(align([0], [0, 1], [[], []])).toEqual([nan])
  })
})
