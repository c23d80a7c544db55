import type { Channel } from './anatomy.ts'
import type { UnitPlan } from './unit-plan.ts'

/** samples of a mean waveform: 2.7 ms at 30 kHz */
export const WAVEFORM_SAMPLES = 82

const TROUGH_SAMPLE = 20
const SAMPLES_PER_MILLISECOND = 30

/**
 * A spike's mean course on every channel of its probe: a sharp trough, then a slow hump; largest on
 * the peak channel, smaller and later further away.
 *
 * @param waveforms filled; shape [channels, 82], µV, as the released files have it
 */
export function drawWaveform(waveforms: Float64Array, unit: UnitPlan, peak: Channel): void {
  const { amplitude, spread, waveform_duration: duration, PT_ratio: humpRatio } = unit.metrics
  const channelCount = waveforms.length / WAVEFORM_SAMPLES
  for (let channel = 0; channel < channelCount; channel++) {
    const distance = Math.abs(channel - peak.localIndex) / 2
    const height = amplitude * Math.exp((-20 * distance) / spread)
    const trough = TROUGH_SAMPLE + 0.4 * distance
    const hump = trough + duration * SAMPLES_PER_MILLISECOND
    const humpWidth = 2 + 0.35 * duration * SAMPLES_PER_MILLISECOND
    for (let sample = 0; sample < WAVEFORM_SAMPLES; sample++) {
      waveforms[channel * WAVEFORM_SAMPLES + sample] =
        height * (humpRatio * bell(sample, hump, humpWidth) - bell(sample, trough, 2.6))
    }
  }
}

const bell = (sample: number, centre: number, width: number): number =>
  Math.exp(-(((sample - centre) / width) ** 2) / 2)
