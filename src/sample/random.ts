/**
 * Random numbers that are the same in every run and on every machine: sfc32 by Chris Doty-Humphrey
 * (public domain, part of PractRand), seeded with the FNV-1a hash of a text.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: string) {
    this.#a = hashText(seed, 0x811c9dc5)
    this.#b = hashText(seed, 0x01000193)
    this.#c = hashText(seed, 0x9e3779b9)
    for (let i = 0; i < 12; i++) this.next()
  }

  /** uniform in [0, 1) */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** 0 … count - 1 */
  index(count: number): number {
    return Math.floor(this.next() * count)
  }

  pick<T>(values: readonly T[]): T {
    return values[this.index(values.length)]
  }

  exponential(): number {
    return -Math.log(1 - this.next())
  }

  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(2 * this.exponential())
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next())
  }

  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma))
  }

  shuffled<T>(values: readonly T[]): T[] {
    const result = [...values]
    for (let i = result.length - 1; i > 0; i--) {
      const other = this.index(i + 1)
      const value = result[i]
      result[i] = result[other]
      result[other] = value
    }
    return result
  }
}

/** A number in [0, 1) for a pair of numbers: what one unit makes of one picture. */
export function hashPair(first: number, second: number): number {
  let hash = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(second + 1, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

function hashText(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
