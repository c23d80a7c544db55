import type { DatasetValue } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import {
  type Column,
  type NwbWriter,
  rowEnds,
  rowNumbers,
  singleEntries,
} from '../../nwb-writing/nwb-writer.ts'
import type { Recording } from '../recording.ts'
import type { Presentation } from '../stimuli/schedule.ts'

const TIMESTAMPS = '/processing/stimulus/timestamps'

/**
 * One table for each stimulus, one for the invalid times, and the series that their
 * `timeseries` columns point to.
 */
export function writeIntervals(nwb: NwbWriter, recording: Recording): void {
  const { presentations, invalidTimes } = recording
  nwb.processingModule('stimulus', 'Stimulus Times processing')
  const starts = Float64Array.from(presentations, ({ start }) => start)
  nwb.timeSeries(TIMESTAMPS, { data: starts, timestamps: starts, unit: 's' })

  const tables = new Map<string, { presentation: Presentation; row: number }[]>()
  for (const [row, presentation] of presentations.entries()) {
    const { name } = presentation.stimulus
    const table = tables.get(name)
    if (table) table.push({ presentation, row })
    else tables.set(name, [{ presentation, row }])
  }
  for (const [index, [name, rows]] of [...tables].entries()) {
    // Spontaneous activity comes first and is no stimulus of its own.
    writePresentations(nwb, name, rows, index - 1)
  }

  if (invalidTimes.length === 0) return
  const tagEnds = rowEnds(invalidTimes.map(({ tags }) => tags.length))
  nwb.table('/intervals/invalid_times', {
    type: ['core', 'TimeIntervals'],
    description: 'experimental intervals',
    ids: rowNumbers(invalidTimes.length),
    columns: [
      ...timeColumns(invalidTimes),
      {
        ...column(
          'tags',
          invalidTimes.flatMap(({ tags }) => tags),
        ),
        ends: tagEnds,
      },
    ],
  })
}

function writePresentations(
  nwb: NwbWriter,
  name: string,
  rows: readonly { readonly presentation: Presentation; readonly row: number }[],
  stimulusIndex: number,
): void {
  const presentations = rows.map(({ presentation }) => presentation)
  const ends = singleEntries(rows.length)
  const first = Int32Array.from(rows, ({ row }) => row)
  nwb.table(`/intervals/${name}_presentations`, {
    type: ['core', 'TimeIntervals'],
    description: `Presentation times and stimuli details for '${name}' stimuli`,
    ids: rowNumbers(rows.length),
    columns: [
      ...timeColumns(presentations),
      column(
        'stimulus_name',
        rows.map(() => name),
      ),
      ...parameterColumns(presentations, stimulusIndex),
      {
        ...column(
          'tags',
          rows.map(() => 'stimulus_time_interval'),
        ),
        ends,
      },
      {
        ...column('timeseries', { kind: 'time series references', first, path: TIMESTAMPS }),
        ends,
      },
    ],
  })
}

function parameterColumns(presentations: readonly Presentation[], stimulusIndex: number): Column[] {
  if (presentations[0].block === null) return []
  const blocks = Float64Array.from(presentations, ({ block }) => block ?? Number.NaN)
  const columns = [column('stimulus_block', blocks)]
  for (const [name, example] of Object.entries(presentations[0].condition)) {
    const values = presentations.map(({ condition }) => condition[name])
    columns.push(
      column(
        name,
        typeof example === 'string' ? values.map(String) : Float64Array.from(values, Number),
      ),
    )
    if (name === 'units') {
      columns.push(column('stimulus_index', new Float64Array(values.length).fill(stimulusIndex)))
    }
  }
  return columns
}

const timeColumns = (intervals: readonly { start: number; stop: number }[]): Column[] => [
  column(
    'start_time',
    Float64Array.from(intervals, ({ start }) => start),
  ),
  column(
    'stop_time',
    Float64Array.from(intervals, ({ stop }) => stop),
  ),
]

const column = (name: string, value: DatasetValue): Column => ({
  name,
  description: DESCRIPTIONS[name] ?? 'No description',
  value,
})

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  start_time: 'Start time of epoch, in seconds',
  stop_time: 'Stop time of epoch, in seconds',
  tags: 'user-defined tags',
  timeseries: 'index into a TimeSeries object',
  stimulus_name: 'Name of stimulus',
  stimulus_block: 'Number of the block of presentations',
  stimulus_index: 'Number of the stimulus',
  temporal_frequency: 'Temporal frequency, in Hz',
  spatial_frequency: 'Spatial frequency, in cycles per degree',
  orientation: 'Orientation or direction of drift, in degrees',
  contrast: 'Contrast of stimulus',
  phase: 'Phase of the grating, in cycles',
  size: 'Width and height',
  units: 'Units of size and position',
  mask: 'Mask applied to stimulus',
  x_position: 'Horizontal position on the screen, in degrees',
  y_position: 'Vertical position on the screen, in degrees',
  frame: 'Number of the picture in its movie or set',
}
