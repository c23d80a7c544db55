import { WelchAverage } from '../spectrum/welch-spectrum.ts'
import { SampleBuffer } from './sample-buffer.ts'
import type { SampleCollector } from './sample-collector.ts'

export interface ChannelSpectraResult {
  /** square of the samples' unit per Hz; NaN without segments; shape [frequencies, channels] */
  readonly power: Float64Array
  /** segments that were averaged, of each channel; shape [channels] */
  readonly segmentCounts: Uint32Array<ArrayBuffer>
}

/** Part of a sampling interval by which a segment may be longer or shorter than its samples. */
const JITTER = 0.5

/**
 * Power spectra of the channels of a series by Welch's method, in segments that overlap by half. A
 * segment with a missing or masked sample, or across a gap, is left out.
 */
export class ChannelSpectra implements SampleCollector<ChannelSpectraResult> {
  readonly #segmentLength: number
  readonly #samplingRate: number
  readonly #buffer: SampleBuffer
  readonly #averages: readonly WelchAverage[]

  /**
   * @param segmentLength samples; 2 at least
   * @param samplingRate Hz
   */
  constructor(segmentLength: number, samplingRate: number, channelCount: number) {
    this.#segmentLength = segmentLength
    this.#samplingRate = samplingRate
    this.#buffer = new SampleBuffer(channelCount)
    this.#averages = Array.from(
      { length: channelCount },
      () => new WelchAverage(segmentLength, samplingRate),
    )
  }

  add(times: Float64Array, samples: Float64Array): void {
    this.#buffer.append(times, samples)
    const length = this.#segmentLength
    const step = length - Math.floor(length / 2)
    let from = 0
    for (; from + length <= this.#buffer.times.length; from += step) this.#addSegment(from)
    this.#buffer.drop(from)
  }

  finish(): ChannelSpectraResult {
    const spectra = this.#averages.map((average) => average.mean())
    const channels = spectra.length
    const power = new Float64Array((spectra[0]?.length ?? 0) * channels)
    spectra.forEach((spectrum, channel) => {
      spectrum.forEach((value, k) => {
        power[k * channels + channel] = value
      })
    })
    const segmentCounts = Uint32Array.from(this.#averages, ({ segmentCount }) => segmentCount)
    return { power, segmentCounts }
  }

  #addSegment(from: number): void {
    const { times, samples } = this.#buffer
    const last = from + this.#segmentLength - 1
    const length = (times[last] - times[from]) * this.#samplingRate
    if (!(Math.abs(length - (this.#segmentLength - 1)) <= JITTER)) return
    const channels = this.#averages.length
    this.#averages.forEach((average, channel) => {
      average.add(samples, from * channels + channel, channels)
    })
  }
}
