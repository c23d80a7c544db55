import { spectrumFrequencies } from '../spectrum/welch-spectrum.ts'
import { AlignedSamples } from './aligned-samples.ts'
import { ChannelSpectra } from './channel-spectra.ts'
import { groupMeans, type SampleStatistics } from './group-means.ts'
import type { SampleSource } from './sample-collector.ts'
import type {
  AlignedSamplesRequest,
  SampleSpectra,
  SampleStatisticsRequest,
  SpectrumRequest,
  SpikeTriggeredRequest,
  SpikeTriggeredSamples,
} from './sample-requests.ts'
import { SpikeTriggeredAverage } from './spike-triggered-average.ts'

/** Means of samples in bins around events; shape [events, bins, channels]. */
export function alignSamples(
  samples: SampleSource,
  { startTimes, edges, channels }: AlignedSamplesRequest,
): Float64Array {
  return samples.reduce(new AlignedSamples(startTimes, edges, channels.length))
}

/** Statistics of these means over groups of events; shape [groups, bins, channels]. */
export function averageSamples(
  samples: SampleSource,
  request: SampleStatisticsRequest,
): SampleStatistics {
  const { edges, channels, groups } = request
  const values = alignSamples(samples, request)
  return groupMeans(values, (edges.length - 1) * channels.length, groups)
}

/** Mean of samples around spikes. */
export function averageAroundSpikes(
  samples: SampleSource,
  { spikeTimes, channels, ...seconds }: SpikeTriggeredRequest,
): SpikeTriggeredSamples {
  const { rate } = samples
  const before = countWithin(seconds.before, rate)
  const after = countWithin(seconds.after, rate)
  const window = { before, after, samplingRate: rate }
  const average = new SpikeTriggeredAverage(spikeTimes, window, channels.length)
  const times = Float64Array.from({ length: before + 1 + after }, (_, i) => (i - before) / rate)
  return { times, ...samples.reduce(average) }
}

/** Power spectra of samples. */
export function averageSpectra(
  samples: SampleSource,
  { segment, channels }: SpectrumRequest,
): SampleSpectra {
  const { rate } = samples
  const length = Math.max(2, Math.round(segment * rate) || 2)
  const spectra = new ChannelSpectra(length, rate, channels.length)
  return { frequencies: spectrumFrequencies(length, rate), ...samples.reduce(spectra) }
}

/** How many samples follow within so many seconds of one; 0 without a rate. */
const countWithin = (seconds: number, rate: number) => Math.floor(seconds * rate + 1e-6) || 0
