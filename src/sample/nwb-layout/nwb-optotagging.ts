import {
  type Column,
  type NwbWriter,
  rowNumbers,
  singleEntries,
} from '../../nwb-writing/nwb-writer.ts'
import { Random } from '../random.ts'
import type { Recording } from '../recording.ts'

const PULSES = 60

/**
 * Light pulses into the brain in the last minute of the session, which show
 * cells with channelrhodopsin.
 */
export function writeOptotagging(nwb: NwbWriter, { id, duration }: Recording): void {
  const random = new Random(`light/${id}`)
  const kinds = [
    { condition: 'a single square pulse', name: 'pulse', seconds: 0.005 },
    { condition: 'a single square pulse', name: 'pulse', seconds: 0.01 },
    { condition: 'half-period of a cosine wave', name: 'raised_cosine', seconds: 0.4 },
  ]
  const pulses = Array.from({ length: PULSES }, () => random.pick(kinds))
  const starts = Float64Array.from(pulses, (_, i) => duration - 29 + (28 * i) / PULSES)
  const durations = Float64Array.from(pulses, ({ seconds }) => seconds)
  const levels = Float64Array.from(pulses, () => random.pick([1, 1.5, 2]))
  const module = nwb.processingModule('optotagging', 'optogenetic stimulation data')
  const series = `${module}/optotagging`
  nwb.timeSeries(series, { data: durations, timestamps: starts, unit: 'seconds' })
  const ends = singleEntries(PULSES)
  nwb.table(`${module}/optogenetic_stimulation`, {
    type: ['core', 'TimeIntervals'],
    description: '',
    ids: rowNumbers(PULSES),
    columns: [
      { name: 'start_time', description: 'Start time of epoch, in seconds', value: starts },
      {
        name: 'stop_time',
        description: 'Stop time of epoch, in seconds',
        value: starts.map((start, i) => start + durations[i]),
      },
      plain(
        'condition',
        pulses.map(({ condition }) => condition),
      ),
      plain('level', levels),
      plain(
        'stimulus_name',
        pulses.map(({ name }) => name),
      ),
      plain('duration', durations),
      {
        name: 'tags',
        description: 'user-defined tags',
        value: pulses.map(() => 'optical_stimulation'),
        ends,
      },
      {
        name: 'timeseries',
        description: 'index into a TimeSeries object',
        value: {
          kind: 'time series references',
          first: Int32Array.from(pulses, (_, i) => i),
          path: series,
        },
        ends,
      },
    ],
  })
}

const plain = (name: string, value: Column['value']): Column => ({
  name,
  description: 'no description',
  value,
})
