import { FourierTransform } from '../../numeric/fourier-transform.ts'

/** Power at frequencies from 0 to half of the sampling rate; shape of both: [frequencies]. */
export interface PowerSpectrum {
  /** Hz */
  readonly frequencies: Float64Array
  /** square of the samples' unit per Hz */
  readonly power: Float64Array
}

/** Frequencies that a segment of so many samples has. */
export const frequencyCount = (segmentLength: number) => Math.floor(segmentLength / 2) + 1

/** Frequencies of a spectrum, in Hz; shape [segment / 2 + 1]. */
export function spectrumFrequencies(segmentLength: number, samplingRate: number): Float64Array {
  return Float64Array.from(
    { length: frequencyCount(segmentLength) },
    (_, k) => (k * samplingRate) / segmentLength,
  )
}

/**
 * Averages the power of segments of a signal, by Welch's method as `scipy.signal.welch` computes
 * it: the mean of each segment is subtracted, a periodic Hann window applied, and the one-sided
 * density averaged over segments.
 */
export class WelchAverage {
  readonly #window: Float64Array
  readonly #scale: number
  readonly #sums: Float64Array
  readonly #windowed: Float64Array
  readonly #fourier: FourierTransform
  #segmentCount = 0

  /** @param samplingRate Hz */
  constructor(segmentLength: number, samplingRate: number) {
    this.#window = Float64Array.from(
      { length: segmentLength },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / segmentLength),
    )
    const energy = this.#window.reduce((sum, weight) => sum + weight * weight, 0)
    this.#scale = 1 / (samplingRate * energy)
    this.#sums = new Float64Array(frequencyCount(segmentLength))
    this.#windowed = new Float64Array(segmentLength)
    this.#fourier = new FourierTransform(segmentLength)
  }

  get segmentCount(): number {
    return this.#segmentCount
  }

  /** Takes a segment of samples from a signal; one with a missing sample (NaN) is left out. */
  add(samples: Float64Array, from = 0, stride = 1): void {
    const length = this.#window.length
    let sum = 0
    for (let i = 0; i < length; i++) sum += samples[from + i * stride]
    if (Number.isNaN(sum)) return
    const mean = sum / length
    for (let i = 0; i < length; i++) {
      this.#windowed[i] = (samples[from + i * stride] - mean) * this.#window[i]
    }
    const { real, imaginary } = this.#fourier.transform(this.#windowed)
    const last = length % 2 === 0 ? length / 2 : -1
    for (let k = 0; k < this.#sums.length; k++) {
      const sides = k === 0 || k === last ? 1 : 2
      const power = real[k] * real[k] + imaginary[k] * imaginary[k]
      this.#sums[k] = this.#sums[k] + sides * this.#scale * power
    }
    this.#segmentCount += 1
  }

  /** Forget all segments. */
  clear(): void {
    this.#sums.fill(0)
    this.#segmentCount = 0
  }

  /** Shape [frequencies]; NaN without segments. */
  mean(): Float64Array {
    return this.#sums.map((sum) => sum / this.#segmentCount)
  }
}

/** Power spectra of signals by Welch's method, in segments that overlap by half. */
export class WelchSpectrum {
  readonly #samplingRate: number
  readonly #segment: number
  /** of the segments of the last signal */
  #average: WelchAverage
  #length: number

  /**
   * @param samplingRate Hz
   * @param segment samples
   */
  constructor(samplingRate: number, segment: number) {
    this.#samplingRate = samplingRate
    this.#segment = segment
    this.#length = segment
    this.#average = new WelchAverage(segment, samplingRate)
  }

  /** A signal that is shorter than a segment is one. */
  of(signal: Float64Array): PowerSpectrum {
    const length = Math.min(this.#segment, signal.length)
    if (length !== this.#length) this.#average = new WelchAverage(length, this.#samplingRate)
    this.#length = length
    const average = this.#average
    average.clear()
    const step = length - Math.floor(length / 2)
    for (let from = 0; from + length <= signal.length; from += step) average.add(signal, from)
    return { frequencies: spectrumFrequencies(length, this.#samplingRate), power: average.mean() }
  }
}
