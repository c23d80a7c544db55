import { describe, expect, test } from 'vitest'
import { codedValue } from '../../../src/domain/stimuli/coded-column.ts'
import { presentationIntervals } from '../../../src/domain/stimuli/presentation-intervals.ts'
import { concatenate, listPresentations } from '../../../src/domain/stimuli/presentations.ts'
import { presentationsOfEpoch } from '../../../src/domain/stimuli/stimulus-groups.ts'

const gabors = {
  table: 'gabors_presentations',
  startTimes: Float64Array.of(0, 1, 9),
  stopTimes: Float64Array.of(0.5, 1.5, 9.5),
  stimulusNames: ['gabors', 'gabors', 'gabors'],
  blocks: Float64Array.of(0, 0, 2),
}
const empty = {
  table: 'empty_presentations',
  startTimes: new Float64Array(0),
  stopTimes: new Float64Array(0),
  stimulusNames: [],
  blocks: new Float64Array(0),
}
const spontaneous = {
  table: 'spontaneous_presentations',
  startTimes: Float64Array.of(2),
  stopTimes: Float64Array.of(8),
  stimulusNames: ['spontaneous'],
  blocks: Float64Array.of(Number.NaN),
}

const namesOf = (list: ReturnType<typeof listPresentations>) =>
  Array.from(list.startTimes, (_, id) => codedValue(list.stimulusNames, id))

describe('listPresentations', () => {
  test('puts the presentations of all tables in order of start time', () => {
    const list = listPresentations([spontaneous, empty, gabors], [])
    expect(list.count).toBe(4)
    expect([...list.startTimes]).toEqual([0, 1, 2, 9])
    expect([...list.stopTimes]).toEqual([0.5, 1.5, 8, 9.5])
    expect(namesOf(list)).toEqual(['gabors', 'gabors', 'spontaneous', 'gabors'])
    expect([...list.blocks]).toEqual([0, 0, Number.NaN, 2])
    expect([...list.epochIndexes]).toEqual([0, 0, 1, 2])
  })

  test('remembers where each presentation is stored', () => {
    const list = listPresentations([spontaneous, empty, gabors], [])
    expect(list.tables).toEqual([
      'spontaneous_presentations',
      'empty_presentations',
      'gabors_presentations',
    ])
    expect([...list.tableNumbers]).toEqual([2, 2, 0, 2])
    expect([...list.tableRows]).toEqual([0, 1, 0, 2])
  })

  test('masks what touches an invalid time of the stimulus, but not its times', () => {
    const list = listPresentations(
      [gabors, spontaneous],
      [
        { startTime: 1.5, stopTime: 1.7, tags: ['EcephysSession', 'stimulus'] },
        { startTime: 9, stopTime: 10, tags: ['probeA'] },
      ],
    )
    expect([...list.masked]).toEqual([0, 1, 0, 0])
    expect(namesOf(list)).toEqual(['gabors', 'invalid_presentation', 'spontaneous', 'gabors'])
    expect(codedValue(list.storedNames, 1)).toBe('gabors')
    expect([...list.blocks]).toEqual([0, Number.NaN, Number.NaN, 2])
    expect([...list.startTimes]).toEqual([0, 1, 2, 9])
  })

  test('has none where there are no tables', () => {
    expect(listPresentations([], [])).toMatchObject({ count: 0, tables: [] })
  })
})

test('presentationsOfEpoch gives those that lie in it', () => {
  const list = listPresentations([gabors, spontaneous], [])
  expect([...presentationsOfEpoch(list, 0)]).toEqual([0, 1])
  expect([...presentationsOfEpoch(list, 2)]).toEqual([3])
  expect([...presentationsOfEpoch(list, 3)]).toEqual([])
})

describe('presentationIntervals', () => {
  const list = listPresentations([gabors, spontaneous], [])

  test('goes from the stop of each presentation to the start of the next', () => {
    const { fromIds, toIds, intervals } = presentationIntervals(list, Int32Array.of(0, 1, 2, 3))
    expect([...fromIds]).toEqual([0, 1, 2])
    expect([...toIds]).toEqual([1, 2, 3])
    expect([...intervals]).toEqual([0.5, 0.5, 1])
  })

  test('leaves out gaps that another presentation lies in', () => {
    const { fromIds, intervals } = presentationIntervals(list, Int32Array.of(0, 1, 3))
    expect([...fromIds]).toEqual([0])
    expect([...intervals]).toEqual([0.5])
  })

  test('has none for one presentation, or none', () => {
    expect(presentationIntervals(list, Int32Array.of(2)).intervals).toEqual(new Float64Array(0))
    expect(presentationIntervals(list, new Int32Array(0)).intervals).toEqual(new Float64Array(0))
  })
})

test('a block of several stimuli is one epoch, unless it is cut by name', () => {
  const source = {
    table: 'all',
    startTimes: Float64Array.of(0, 1),
    stopTimes: Float64Array.of(1, 2),
    stimulusNames: ['a', 'b'],
    blocks: Float64Array.of(0, 0),
  }
  expect([...listPresentations([source], []).epochIndexes]).toEqual([0, 0])
  expect([...listPresentations([source], [], true).epochIndexes]).toEqual([0, 1])
})

test('presentations of all tables follow each other, each with the stimulus of its row', () => {
  const tables = [gabors, empty, spontaneous]
  const all = concatenate(tables, (table, row) => `${table}: ${row}`)
  expect([...all.startTimes]).toEqual([0, 1, 9, 2])
  expect([...all.stopTimes]).toEqual([0.5, 1.5, 9.5, 8])
  expect([...all.blocks]).toEqual([0, 0, 2, Number.NaN])
  expect([0, 1, 2, 3].map((row) => all.stimulusNames.at(row))).toEqual([
    '0: 0',
    '0: 1',
    '0: 2',
    '2: 0',
  ])
})

test('no stimulus is called invalid where none is masked', () => {
  const { stimulusNames } = listPresentations([gabors, spontaneous], [])
  expect(stimulusNames.values).toEqual(['gabors', 'spontaneous'])
})
