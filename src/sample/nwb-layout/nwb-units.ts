import { int64 } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import { type Column, type NwbWriter, rowEnds } from '../../nwb-writing/nwb-writer.ts'
import { metricNames } from '../animal/unit-plan.ts'
import { WAVEFORM_SAMPLES } from '../animal/waveform.ts'
import type { Recording } from '../recording.ts'

/** The sorted units, with their quality metrics; the three large columns only get their place. */
export function writeUnits(nwb: NwbWriter, recording: Recording): void {
  const { units, spikeCounts, waveformChannels } = recording
  const spikeEnds = rowEnds(spikeCounts)
  const spikeCount = spikeCounts.reduce((sum, count) => sum + count, 0)
  const waveformEnds = int64(units.map((_, row) => (row + 1) * waveformChannels))
  nwb.table('/units', {
    type: ['core', 'Units'],
    description: '',
    ids: int64(units.map(({ id }) => id)),
    columns: [
      ...plainColumns(recording),
      {
        name: 'spike_times',
        description: 'times (s) of detected spiking events',
        value: { kind: 'streamed', shape: [spikeCount] },
        ends: spikeEnds,
      },
      {
        name: 'spike_amplitudes',
        description: 'amplitude (V) of detected spiking events',
        value: { kind: 'streamed', shape: [spikeCount] },
        ends: spikeEnds,
      },
      {
        name: 'waveform_mean',
        description: 'mean waveforms on the channels of the probe, over samples',
        value: { kind: 'streamed', shape: [units.length * waveformChannels, WAVEFORM_SAMPLES] },
        ends: waveformEnds,
        attributes: { unit: 'volts' },
      },
    ],
  })
}

function plainColumns({
  units,
  channels,
  spikeCounts,
  duration,
  missingMetric,
}: Recording): Column[] {
  const firingRates = Float64Array.from(spikeCounts, (count) => count / duration)
  return [
    column('peak_channel_id', int64(units.map(({ peakChannel }) => channels[peakChannel].id))),
    column('local_index', int64(units.map(({ localIndex }) => localIndex))),
    column('cluster_id', int64(units.map(({ clusterId }) => clusterId))),
    column(
      'quality',
      units.map(({ fate }) => (fate === 'noise' ? 'noise' : 'good')),
    ),
    column('firing_rate', firingRates),
    ...metricNames.map((name) =>
      column(
        name,
        name === missingMetric
          ? units.map(() => '')
          : Float64Array.from(units, ({ metrics }) => metrics[name]),
      ),
    ),
  ]
}

const column = (name: string, value: Column['value']): Column => ({
  name,
  description: 'no description',
  value,
})
