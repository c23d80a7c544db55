import { describe, expect, test } from 'vitest'
import {
  eventOptions,
  formatEvent,
  openUnit,
  parseEvent,
} from '../../../web/src/events/event-source.ts'

describe('an event in the address bar', () => {
  test.each([
    'stimulus/flashes',
    'column/trials/go cue/time',
    'series//processing/licking/licks',
    'running',
    'light',
  ])('%s is read as it was written', (text) => {
    const event = parseEvent(text)
    if (!event) throw new Error('it is not read')
    expect(formatEvent(event)).toBe(text)
  })

  test.each([null, '', 'flashes', 'column/trials', 'stimulus/'])('%j is none', (text) => {
    expect(parseEvent(text)).toBeNull()
  })
})

test('a session offers its stimuli, the times of other tables, and series of events', () => {
  const table = (name: string, columns: readonly string[]) => ({
    name,
    columns: columns.map((column) => ({ name: column, kind: 'NUMBER' as const })),
  })
  const series = { sampleCount: 300, channelCount: 1, type: 'TimeSeries', unit: null }
  const options = eventOptions(
    {
      id: '1',
      available: true,
      location: null,
      unitCount: 1,
      areas: [],
      stimulusNames: ['natural_movie_one'],
      intervalTables: [
        table('natural_movie_one_presentations', ['start_time', 'stop_time', 'change_time']),
        table('trials', ['start_time', 'contrast']),
      ],
    },
    {
      id: '1',
      timeSeries: [
        { path: '/processing/licking/licks', ...series, unit: 'a.u.' },
        { path: '/processing/rewards/volume', ...series, unit: 'mL' },
        { path: '/acquisition/events', ...series, unit: 'NA', type: 'AnnotationSeries' },
        { path: '/processing/running/frames', ...series, sampleCount: 300_000 },
        { path: '/processing/running/speed', ...series, unit: 'cm/s' },
        { path: '/processing/gaze/pupil', ...series, unit: 'Pixels ^ 2' },
        { path: '/processing/gaze/position', ...series, channelCount: 2 },
        { path: '/acquisition/wheel', ...series, unit: 'V' },
        { path: '/acquisition/lever', ...series, unit: 'meters', type: 'SpatialSeries' },
      ],
      optogeneticStimulationEpochs: null,
      runningSpeed: { sampleCount: 0 },
    },
  )
  expect(options.map(({ options }) => options.map(({ value }) => value))).toEqual([
    ['stimulus/natural_movie_one'],
    ['column/natural_movie_one_presentations/change_time', 'column/trials/start_time'],
    [
      'series//processing/licking/licks',
      'series//processing/rewards/volume',
      'series//acquisition/events',
    ],
    ['running'],
  ])
})

test('a unit is opened with the stimulus that it was seen to respond to', () => {
  expect(openUnit('951', { kind: 'stimulus', name: 'flashes' })).toEqual({
    view: 'unit',
    unit: '951',
    stimulus: 'flashes',
  })
  expect(openUnit('951', { kind: 'running' })).toEqual({ view: 'unit', unit: '951' })
})
