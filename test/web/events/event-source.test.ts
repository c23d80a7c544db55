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

test('a session offers its stimuli, the times of other tables, and short series', () => {
  const table = (name: string, columns: readonly string[]) => ({
    name,
    columns: columns.map((column) => ({ name: column, kind: 'NUMBER' as const })),
  })
  const options = eventOptions(
    {
      id: '1',
      available: true,
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
        { path: '/processing/licking/licks', sampleCount: 300 },
        { path: '/processing/running/speed', sampleCount: 300_000 },
      ],
      optogeneticStimulationEpochs: null,
      runningSpeed: { sampleCount: 0 },
    },
  )
  expect(options.map(({ options }) => options.map(({ value }) => value))).toEqual([
    ['stimulus/natural_movie_one'],
    ['column/natural_movie_one_presentations/change_time', 'column/trials/start_time'],
    ['series//processing/licking/licks'],
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
