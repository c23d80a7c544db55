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

  test('of several channels stay apart', () => {
    const aligned = new AlignedSamples(Float64Array.of(0), Float64Array.of(0, 1, 2), 2)
    aligned.add(Float64Array.of(0, 1, 2), Float64Array.of(1, 10, 2, 20, 4, nan))
    expect([...aligned.finish()]).toEqual([1, 10, 3, 20])
  })

  test('of no piece are missing', () => {
    expect(align([0], [0, 1], [[], []])).toEqual([nan])
  })
})
