import { describe, expect, test } from 'vitest'
import { Random } from '../../../src/sample/random.ts'
import { blocksInTurn, presentationsOf } from '../../../src/sample/stimuli/schedule.ts'
import { driftingGratings, naturalMovieOne } from '../../../src/sample/stimuli/stimuli.ts'

const blocks = blocksInTurn(20, [
  [driftingGratings, 10, 123.11],
  [naturalMovieOne, 5, 30.03],
])
const session = { start: 20, stop: 200 }
const presentations = presentationsOf(blocks, session, new Random('order'))

describe('presentationsOf', () => {
  test('numbers the blocks, and leaves spontaneous activity without a number', () => {
    const inTurn = presentations
      .map(({ block }) => block)
      .filter((block, i, all) => block !== all[i - 1])
    expect(inTurn).toEqual([null, 0, null, 1, null])
  })

  test('shows each condition of a shuffled stimulus once before any twice', () => {
    const gratings = presentations.filter(({ block }) => block === 0)
    expect(gratings).toHaveLength(41)
    expect(new Set(gratings.map(({ condition }) => condition)).size).toBe(41)
    expect(gratings.map(({ condition }) => condition)).not.toEqual(driftingGratings.conditions)
  })

  test('shows the frames of a movie in sequence', () => {
    const frames = presentations.filter(({ block }) => block === 1)
    expect(frames.map(({ condition }) => condition.frame)).toEqual(
      Array.from({ length: 900 }, (_, frame) => frame),
    )
  })

  test('fills the session from its start to its end, without overlap', () => {
    expect(presentations[0].start).toBe(20)
    expect(presentations.at(-1)?.stop).toBe(200)
    for (const [i, { start, stop }] of presentations.entries()) {
      expect(stop).toBeGreaterThan(start)
      if (i > 0) expect(start).toBeGreaterThanOrEqual(presentations[i - 1].stop - 1e-9)
    }
  })
})
