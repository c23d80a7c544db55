import { type Bins, cutIntoBins } from '../../src/domain/counting/bins.ts'

/** Reproducible numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const sizes = [0.1, 0.01, 0.001, 0.05, 0.3, 0.7, 1 / 3, 1 / 30, 1, 2.5, 1e-9, 1e5]

/**
 * Bins, and ascending spikes on their edges as a person or a program would write
 * them, and a rounding beside.
 */
export function adversarialCase(random: () => number): { bins: Bins; spikes: number[] } {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const start = pick([
    () => 0,
    () => -10,
    () => Math.round(random() * 9e6) / 1000,
    () => random() * 9000,
    () => -random(),
  ])()
  const size = pick(sizes)
  const wanted = 1 + Math.floor(random() * 40)
  const stop = pick([start + wanted * size, start + (wanted + random()) * size])
  // Far from zero, the rounding of the ends can swallow bins of a nanosecond.
  const length = pick([wanted * size, Math.max(stop - start, size)])
  const bins = cutIntoBins({ startTime: start, stopTime: stop }, size, length)
  const spikes = Array.from({ length: 30 }, () => {
    const edge = Math.floor(random() * (bins.count + 3)) - 1
    const onEdge = pick([
      start + edge * size,
      start + edge / (1 / size),
      Number((start + edge * size).toFixed(3)),
      start + (edge + random()) * size,
      stop,
      start,
    ])
    return pick([onEdge, onEdge, nextAbove(onEdge), -nextAbove(-onEdge)])
  })
  return { bins, spikes: spikes.sort((a, b) => a - b) }
}

/** The next number of float64. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE
  const bits = new BigInt64Array(Float64Array.of(value).buffer)
  bits[0] = bits[0] + (value > 0 ? 1n : -1n)
  return new Float64Array(bits.buffer)[0]
}
