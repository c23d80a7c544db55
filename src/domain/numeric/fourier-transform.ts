/** Complex numbers by their parts. */
interface ComplexNumbers {
  readonly real: Float64Array
  readonly imaginary: Float64Array
}

/**
 * Discrete Fourier transforms `X_k = Σ x_n e^{-2πi k n / N}` of one length N, which may be any:
 * they are split by its prime factors, so that they are quick where these are small.
 */
export class FourierTransform {
  readonly #length: number
  /** e^{-2πi k / N}; shape [N] */
  readonly #turns: ComplexNumbers

  constructor(length: number) {
    this.#length = length
    this.#turns = {
      real: Float64Array.from({ length }, (_, i) => Math.cos((2 * Math.PI * i) / length)),
      imaginary: Float64Array.from({ length }, (_, i) => -Math.sin((2 * Math.PI * i) / length)),
    }
  }

  /** @param real numbers without imaginary parts; shape [N] */
  transform(real: Float64Array): ComplexNumbers {
    return this.#part(real, 0, 1, this.#length)
  }

  /** Of every `stride`-th number from `from` on. */
  #part(numbers: Float64Array, from: number, stride: number, length: number): ComplexNumbers {
    const real = new Float64Array(length)
    const imaginary = new Float64Array(length)
    if (length <= 1) {
      real[0] = numbers[from]
      return { real, imaginary }
    }
    if ((length & (length - 1)) === 0) this.#joinHalves(numbers, from, stride, { real, imaginary })
    else this.#joinParts(numbers, from, stride, smallestFactor(length), { real, imaginary })
    return { real, imaginary }
  }

  /** Of a power of two numbers, in place: the most frequent lengths, and the quickest. */
  #joinHalves(
    numbers: Float64Array,
    from: number,
    stride: number,
    { real, imaginary }: ComplexNumbers,
  ): void {
    const length = real.length
    // Each number goes to the position whose bits are those of its own, reversed.
    for (let i = 0, reversed = 0; i < length; i++) {
      real[reversed] = numbers[from + i * stride]
      let bit = length >> 1
      while (reversed & bit) {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
    }
    const turns = this.#turns
    for (let half = 1; half < length; half *= 2) {
      const step = (length / (2 * half)) * stride
      for (let first = 0; first < length; first += 2 * half) {
        for (let k = 0; k < half; k++) {
          const even = first + k
          const odd = even + half
          const cosine = turns.real[k * step]
          const sine = turns.imaginary[k * step]
          const re = real[odd] * cosine - imaginary[odd] * sine
          const im = real[odd] * sine + imaginary[odd] * cosine
          real[odd] = real[even] - re
          imaginary[odd] = imaginary[even] - im
          real[even] += re
          imaginary[even] += im
        }
      }
    }
  }

  #joinParts(
    numbers: Float64Array,
    from: number,
    stride: number,
    factor: number,
    { real, imaginary }: ComplexNumbers,
  ): void {
    const length = real.length
    const partLength = length / factor
    const turns = this.#turns
    for (let i = 0; i < factor; i++) {
      const part = this.#part(numbers, from + i * stride, stride * factor, partLength)
      for (let k = 0; k < length; k++) {
        const turn = ((i * k) % length) * stride
        const at = k % partLength
        const cosine = turns.real[turn]
        const sine = turns.imaginary[turn]
        real[k] += part.real[at] * cosine - part.imaginary[at] * sine
        imaginary[k] += part.real[at] * sine + part.imaginary[at] * cosine
      }
    }
  }
}

function smallestFactor(number: number): number {
  for (let factor = 2; factor * factor <= number; factor++) {
    if (number % factor === 0) return factor
  }
  return number
}
