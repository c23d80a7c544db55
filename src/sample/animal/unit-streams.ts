import { Random } from '../random.ts'
import { blockStarts, type Recording } from '../recording.ts'
import { FiringRate } from './firing-rate.ts'
import { drawSpikeAmplitudes, drawSpikeTimes, moveSpikesOntoEdges } from './spike-train.ts'
import { drawTuning } from './tuning.ts'
import { drawWaveform, WAVEFORM_SAMPLES } from './waveform.ts'

/** The large columns of the unit table, in the order of the file. */
export const STREAMED_PATHS = [
  '/units/spike_times',
  '/units/spike_amplitudes',
  '/units/waveform_mean',
] as const

export type StreamedPath = (typeof STREAMED_PATHS)[number]

/**
 * The values of a large column, unit after unit. Each array is valid
 * until the next one is requested.
 */
export function streamUnits(path: StreamedPath, recording: Recording): Generator<Float64Array> {
  switch (path) {
    case '/units/spike_times':
      return spikeTimesOf(recording)
    case '/units/spike_amplitudes':
      return spikeAmplitudesOf(recording)
    case '/units/waveform_mean':
      return waveformsOf(recording)
  }
}

function* spikeTimesOf(recording: Recording): Generator<Float64Array> {
  const { units, channels, probes, spikeCounts, duration, unitsOnEdges } = recording
  const firingRate = new FiringRate(recording)
  const onsets = blockStarts(recording.presentations)
  const scratch = new Float64Array(Math.max(...spikeCounts))
  for (const [row, unit] of units.entries()) {
    const random = new Random(`spikes/${unit.id}`)
    const { area, probe } = channels[unit.peakChannel]
    firingRate.draw(
      drawTuning(area, random),
      presence(unit.metrics.presence_ratio, duration, random),
    )
    const spikeTimes = scratch.subarray(0, spikeCounts[row])
    const hasContamination = unit.fate === 'too many isi violations' || unit.fate === 'noise'
    drawSpikeTimes(spikeTimes, firingRate, probes[probe].samplingRate, hasContamination, random)
    if (unitsOnEdges.has(row)) moveSpikesOntoEdges(spikeTimes, onsets)
    yield spikeTimes
  }
}

function* spikeAmplitudesOf({ units, spikeCounts }: Recording): Generator<Float64Array> {
  const scratch = new Float64Array(Math.max(...spikeCounts))
  for (const [row, unit] of units.entries()) {
    const amplitudes = scratch.subarray(0, spikeCounts[row])
    // The unit's mean amplitude is in µV.
    const meanVolts = unit.metrics.amplitude * 1e-6
    drawSpikeAmplitudes(amplitudes, meanVolts, new Random(`amplitudes/${unit.id}`))
    yield amplitudes
  }
}

function* waveformsOf({ units, channels, waveformChannels }: Recording): Generator<Float64Array> {
  const waveforms = new Float64Array(waveformChannels * WAVEFORM_SAMPLES)
  for (const unit of units) {
    drawWaveform(waveforms, unit, channels[unit.peakChannel])
    yield waveforms
  }
}

/** A unit with a low presence ratio is seen in one part of the session only. */
function presence(
  ratio: number,
  duration: number,
  random: Random,
): { start: number; stop: number } {
  if (!(ratio < 0.95)) return { start: 0, stop: duration }
  const start = random.between(0, (1 - ratio) * duration)
  return { start, stop: start + ratio * duration }
}
