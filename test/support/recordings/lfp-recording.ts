import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { writeNwb } from './write-nwb.ts'
import { writeSeries } from './write-series.ts'

/** LFP of four channels, far more samples than a plot has pixels. */
export const lfpRecording = {
  session: 'lfp',
  sampleCount: 16_384,
  /** Hz */
  rate: 500,
  channelCount: 4,
} as const

/**
 * µV of a sample, exact in binary: a slow wave, and a fast one, which any mean of samples levels.
 */
export function lfpSample(sample: number, channel: number): number {
  const slow = Math.abs((sample % 4096) - 2048) / 8
  const fast = sample % 2 === 0 ? 64 : -64
  return (channel + 1) ** 2 * (slow - 128 + fast)
}

/**
 * Write a session and the LFP of its probe to a folder of their own.
 *
 * @param hasPositions whether the file says where the channels lie
 */
export async function writeLfpRecording(folder: string, hasPositions = true): Promise<void> {
  const { session, sampleCount, rate, channelCount } = lfpRecording
  const place = join(folder, session)
  mkdirSync(place)
  const locations = Array.from({ length: channelCount }, () => 'VISp')
  await writeNwb(join(place, `${session}.nwb`), {
    identifier: session,
    locations,
    hasPositions,
    units: [{ id: 1, spikes: Array.from({ length: 64 }, (_, i) => i / 2), electrode: 0 }],
    intervals: {
      flashes_presentations: {
        start: [4, 12, 20, 28],
        stop: [5, 13, 21, 29],
        name: ['flashes', 'flashes', 'flashes', 'flashes'],
        block: [0, 0, 0, 0],
      },
    },
    edit(file) {
      const probe = file.get('general/extracellular_ephys/probeA') as Group
      probe.create_attribute('has_lfp_data', '1')
      probe.create_attribute('lfp_sampling_rate', rate)
    },
  })
  const samples = Array.from({ length: sampleCount * channelCount }, (_, i) =>
    lfpSample(Math.floor(i / channelCount), i % channelCount),
  )
  await writeNwb(join(place, 'probe_7_lfp.nwb'), {
    units: null,
    locations,
    edit: (file) =>
      writeSeries(file, {
        name: 'lfp',
        probeId: '7',
        times: Array.from({ length: sampleCount }, (_, sample) => sample / rate),
        columns: { values: samples.map((microvolts) => microvolts / 1e6) },
        channelIds: Array.from({ length: channelCount }, (_, channel) => channel),
      }),
  })
}
