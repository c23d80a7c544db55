import { describe, expect, test } from 'vitest'
import { drawSpikeTimes, moveSpikesOntoEdges } from '../../../src/sample/animal/spike-train.ts'
import { Random } from '../../../src/sample/random.ts'

/** 100 s in two bins, three quarters of the rate in the second */
const rate = { binWidth: 50, cumulative: Float64Array.of(1, 4) }

describe('drawSpikeTimes', () => {
  test('draws ascending times that follow the rate', () => {
    const spikeTimes = new Float64Array(4000)
    drawSpikeTimes(spikeTimes, rate, 30_000, false, new Random('rate'))
    const late = spikeTimes.filter((time) => time >= 50).length
    expect(late / 4000).toBeCloseTo(0.75, 1)
    expect(spikeTimes[0]).toBeGreaterThan(0)
    expect(spikeTimes[3999]).toBeLessThan(100.1)
    for (let i = 1; i < 4000; i++) expect(spikeTimes[i]).toBeGreaterThan(spikeTimes[i - 1])
  })

  test('keeps the refractory period, except in a contaminated cluster', () => {
    const shortest = (hasContamination: boolean): number => {
      const spikeTimes = new Float64Array(5000)
      drawSpikeTimes(spikeTimes, rate, 30_000, hasContamination, new Random('intervals'))
      return Math.min(...spikeTimes.subarray(1).map((time, i) => time - spikeTimes[i]))
    }
    expect(shortest(false)).toBeGreaterThanOrEqual(0.0015)
    expect(shortest(true)).toBeLessThan(0.0005)
  })

  test('draws the same from the same seed, and nothing for a unit that never fires', () => {
    const draw = (seed: string): Float64Array => {
      const spikeTimes = new Float64Array(5)
      drawSpikeTimes(spikeTimes, rate, 30_000, false, new Random(seed))
      return spikeTimes
    }
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
    expect(() =>
      drawSpikeTimes(new Float64Array(0), rate, 30_000, false, new Random('a')),
    ).not.toThrow()
  })
})

describe('moveSpikesOntoEdges', () => {
  test('puts spikes on both ends of the window and on edges between, in doubles', () => {
    const onset = 84.496188
    const spikeTimes = Float64Array.from({ length: 2000 }, (_, i) => i * 0.101 + 0.0001)
    moveSpikesOntoEdges(spikeTimes, [onset])
    for (const edge of [onset - 10, onset - 10 + 43 * 0.1, onset - 10 + 137 * 0.1, onset + 90]) {
      expect(spikeTimes).toContain(edge)
    }
    expect(spikeTimes).toEqual(spikeTimes.toSorted())
    expect(spikeTimes).toHaveLength(2000)
  })
})
