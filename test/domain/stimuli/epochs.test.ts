import { describe, expect, test } from 'vitest'
import {
  canonicalEpochFilter,
  cutEpochs,
  findEpoch,
  orderPresentations,
  selectEpochs,
  stimulusNames,
  touchesInvalidStimulus,
} from '../../../src/domain/stimuli/epochs.ts'
import { EpochNotFoundError } from '../../../src/errors.ts'
import { randomNumbers } from '../adversarial-spikes.ts'

type Row = [name: string, block: number, start: number, stop: number]

const NONE = Number.NaN

const presentations = (rows: readonly Row[]) => ({
  stimulusNames: rows.map(([name]) => name),
  blocks: Float64Array.from(rows, ([, block]) => block),
  startTimes: Float64Array.from(rows, ([, , start]) => start),
  stopTimes: Float64Array.from(rows, ([, , , stop]) => stop),
})

const masking = (startTime: number, stopTime: number, ...tags: string[]) => ({
  startTime,
  stopTime,
  tags: tags.length ? tags : ['stimulus'],
})

/** Each epoch as a row, to be checked by eye. */
const cut = (
  rows: readonly Row[],
  invalidTimes: readonly ReturnType<typeof masking>[] = [],
  cutByName?: boolean,
) =>
  cutEpochs(presentations(rows), invalidTimes, cutByName).map((epoch) => [
    epoch.index,
    epoch.stimulusName,
    epoch.block,
    epoch.startTime,
    epoch.stopTime,
  ])

describe('cutEpochs', () => {
  test('cuts where the block changes', () => {
    expect(
      cut([
        ['gabors', 0, 10, 11],
        ['gabors', 0, 11, 12],
        ['flashes', 1, 20, 21],
        ['flashes', 2, 21, 22],
      ]),
    ).toEqual([
      [0, 'gabors', 0, 10, 12],
      [1, 'flashes', 1, 20, 21],
      [2, 'flashes', 2, 21, 22],
    ])
  })

  test('makes one epoch of one presentation, and none of none', () => {
    expect(cut([['gabors', 3, 10, 11]])).toEqual([[0, 'gabors', 3, 10, 11]])
    expect(cut([])).toEqual([])
  })

  test('takes the name of the first presentation, and does not cut where only the name changes', () => {
    expect(
      cut([
        ['static_gratings', 4, 10, 11],
        ['natural_scenes', 4, 11, 12],
      ]),
    ).toEqual([[0, 'static_gratings', 4, 10, 12]])
  })

  test('takes rows in order of time, whatever order the tables have', () => {
    expect(
      cut([
        ['flashes', 1, 21, 22],
        ['gabors', 0, 11, 12],
        ['flashes', 1, 20, 21],
        ['gabors', 0, 10, 11],
      ]),
    ).toEqual([
      [0, 'gabors', 0, 10, 12],
      [1, 'flashes', 1, 20, 22],
    ])
  })

  test('orders times as numbers', () => {
    expect(
      cut([
        ['late', 1, 100, 101],
        ['early', 0, 9, 10],
      ]),
    ).toEqual([
      [0, 'early', 0, 9, 10],
      [1, 'late', 1, 100, 101],
    ])
  })

  test('keeps the order of rows that start at once', () => {
    expect(
      cut([
        ['b', 2, 10, 11],
        ['a', 1, 10, 12],
      ]),
    ).toEqual([
      [0, 'b', 2, 10, 11],
      [1, 'a', 1, 10, 12],
    ])
  })

  test('orders runs that take turns, repeat times and miss some, as a sort without those would', () => {
    const random = randomNumbers(20_261_126)
    for (let round = 0; round < 200; round++) {
      const startTimes: number[] = []
      for (let run = 0; run < 1 + round / 20; run++) {
        let time = Math.floor(random() * 20)
        for (let i = 0; i < random() * 30; i++) {
          time += Math.floor(random() * 3)
          startTimes.push(random() < 0.02 ? NONE : time)
        }
      }
      const times = Float64Array.from(startTimes)
      const { rows } = orderPresentations(
        { startTimes: times, stopTimes: times, blocks: times, stimulusNames: [] },
        [],
      )
      const sorted = startTimes.flatMap((time, row) => (Number.isNaN(time) ? [] : row))
      sorted.sort((a, b) => times[a] - times[b] || a - b)
      expect([...rows]).toEqual(sorted)
    }
  })

  test('stops where the last presentation stops, even if an earlier one lasts longer', () => {
    expect(
      cut([
        ['gabors', 0, 10, 30],
        ['gabors', 0, 11, 12],
      ]),
    ).toEqual([[0, 'gabors', 0, 10, 12]])
  })

  test('cuts spontaneous activity, which has no block, out of the stimuli', () => {
    expect(
      cut([
        ['spontaneous', NONE, 0, 10],
        ['gabors', 0, 10, 11],
        ['spontaneous', NONE, 11, 20],
        ['spontaneous', NONE, 20, 30],
      ]),
    ).toEqual([
      [0, 'spontaneous', null, 0, 10],
      [1, 'gabors', 0, 10, 11],
      [2, 'spontaneous', null, 11, 30],
    ])
  })

  test('has a stop that is not known', () => {
    expect(cut([['gabors', 0, 10, NONE]])).toEqual([[0, 'gabors', 0, 10, NONE]])
  })

  test('makes two epochs with the same block of one that an invalid time splits', () => {
    expect(
      cut(
        [
          ['gabors', 0, 10, 11],
          ['gabors', 0, 12, 13],
          ['gabors', 0, 14, 15],
        ],
        [masking(12.2, 12.3)],
      ),
    ).toEqual([
      [0, 'gabors', 0, 10, 11],
      [1, 'invalid_presentation', null, 12, 13],
      [2, 'gabors', 0, 14, 15],
    ])
  })

  test('makes one epoch of consecutive masked presentations, even across stimuli and intervals', () => {
    expect(
      cut(
        [
          ['gabors', 0, 10, 11],
          ['gabors', 0, 12, 13],
          ['spontaneous', NONE, 14, 15],
          ['flashes', 1, 16, 17],
          ['flashes', 1, 18, 19],
        ],
        [masking(12.5, 14.5), masking(16.1, 16.2)],
      ),
    ).toEqual([
      [0, 'gabors', 0, 10, 11],
      [1, 'invalid_presentation', null, 12, 17],
      [2, 'flashes', 1, 18, 19],
    ])
  })

  test('keeps masked presentations apart from spontaneous activity, though neither has a block', () => {
    expect(
      cut(
        [
          ['gabors', 0, 10, 11],
          ['spontaneous', NONE, 12, 13],
        ],
        [masking(10, 10.5)],
      ),
    ).toEqual([
      [0, 'invalid_presentation', null, 10, 11],
      [1, 'spontaneous', null, 12, 13],
    ])
  })

  test('ignores invalid times of probes', () => {
    expect(
      cut([['gabors', 0, 10, 11]], [masking(0, 100, 'all_probes'), masking(0, 100, 'probeA')]),
    ).toEqual([[0, 'gabors', 0, 10, 11]])
  })

  test('cuts by name too, for files without blocks', () => {
    const rows: Row[] = [
      ['gabors', NONE, 10, 11],
      ['gabors', NONE, 12, 13],
      ['flashes', NONE, 14, 15],
      ['gabors', NONE, 16, 17],
    ]
    expect(cut(rows, [], true)).toEqual([
      [0, 'gabors', null, 10, 13],
      [1, 'flashes', null, 14, 15],
      [2, 'gabors', null, 16, 17],
    ])
    expect(cut(rows)).toEqual([[0, 'gabors', null, 10, 17]])
  })

  test('does not take a block and a name for another block and name', () => {
    expect(
      cut(
        [
          ['1 movie', 1, 10, 11],
          [' movie', 11, 12, 13],
          ['movie', 11, 14, 15],
        ],
        [],
        true,
      ).map(([index]) => index),
    ).toEqual([0, 1, 2])
  })
})

describe('touchesInvalidStimulus', () => {
  test.each([
    [0, 5],
    [0, 10],
    [10, 20],
    [12, 13],
    [20, 30],
    [15, 15],
  ])('a presentation from 5 to 20 s is touched from %d to %d s', (start, stop) => {
    expect(touchesInvalidStimulus(5, 20, [masking(start, stop)])).toBe(true)
  })

  test.each([
    [0, 4.999],
    [20.001, 30],
  ])('and is not from %d to %d s', (start, stop) => {
    expect(touchesInvalidStimulus(5, 20, [masking(start, stop)])).toBe(false)
  })

  test('only a tag that is exactly `stimulus` masks', () => {
    const touches = (...tags: string[]) => touchesInvalidStimulus(5, 20, [masking(0, 100, ...tags)])
    expect(touches('a', 'stimulus', 'b')).toBe(true)
    expect(touches('Stimulus')).toBe(false)
    expect(touches('stimulus_presentation')).toBe(false)
    expect(touchesInvalidStimulus(5, 20, [{ startTime: 0, stopTime: 100, tags: [] }])).toBe(false)
  })

  test('a presentation whose stop is not known is touched where it starts', () => {
    expect(touchesInvalidStimulus(5, NONE, [masking(0, 100)])).toBe(true)
    expect(touchesInvalidStimulus(5, NONE, [masking(5, 100)])).toBe(true)
    expect(touchesInvalidStimulus(5, NONE, [masking(6, 100)])).toBe(false)
  })

  test('an unknown start touches nothing', () => {
    expect(touchesInvalidStimulus(NONE, 20, [masking(0, 100)])).toBe(false)
    expect(touchesInvalidStimulus(5, 20, [masking(NONE, 100)])).toBe(false)
  })
})

describe('selectEpochs', () => {
  const epochs = cutEpochs(
    presentations([
      ['spontaneous', NONE, 0, 10],
      ['gabors', 0, 10, 40],
      ['spontaneous', NONE, 40, 70],
      ['flashes', 1, 70, 72],
      ['flashes', 2, 80, NONE],
    ]),
    [],
  )
  const select = (filter: Parameters<typeof selectEpochs>[1]) =>
    selectEpochs(epochs, filter).map((epoch) => epoch.index)

  test('gives all without a condition', () => {
    expect(select({})).toEqual([0, 1, 2, 3, 4])
    expect(
      select({ stimulusNames: null, excludeStimulusNames: null, minDuration: null, indexes: null }),
    ).toEqual([0, 1, 2, 3, 4])
  })

  test('keeps the named stimuli, in order of time', () => {
    expect(select({ stimulusNames: ['flashes', 'gabors'] })).toEqual([1, 3, 4])
  })

  test('leaves out the excluded stimuli, and does not mind one that there is not', () => {
    expect(select({ excludeStimulusNames: ['spontaneous', 'natural_scenes'] })).toEqual([1, 3, 4])
  })

  test('keeps an epoch of exactly the least duration, and none of unknown duration', () => {
    expect(select({ minDuration: 30 })).toEqual([1, 2])
    expect(select({ minDuration: 30.001 })).toEqual([])
    expect(select({ minDuration: 0 })).toEqual([0, 1, 2, 3])
  })

  test('keeps the epochs of the given indexes, in order of time', () => {
    expect(select({ indexes: [3, 0, 3] })).toEqual([0, 3])
  })

  test('wants every condition to hold', () => {
    expect(select({ stimulusNames: ['spontaneous'], minDuration: 20, indexes: [0, 1, 2] })).toEqual(
      [2],
    )
  })

  test('takes an empty list for what it says', () => {
    expect(select({ stimulusNames: [] })).toEqual([])
    expect(select({ indexes: [] })).toEqual([])
    expect(select({ excludeStimulusNames: [] })).toEqual([0, 1, 2, 3, 4])
  })

  test('refuses a stimulus that there is not, and lists those there are', () => {
    expect(() => select({ stimulusNames: ['gabors', 'movie'] })).toThrow(EpochNotFoundError)
    expect(() => select({ stimulusNames: ['movie'] })).toThrow(
      'No stimulus "movie" in this session. Available: spontaneous, gabors, flashes.',
    )
  })

  test.each([5, -1, 1.5, Number.NaN])('refuses the index %d', (index) => {
    expect(() => select({ indexes: [0, index] })).toThrow(
      `No epoch ${index} in this session. Available: 0 to 4.`,
    )
  })

  test('finds one epoch by its index', () => {
    expect(findEpoch(epochs, 3).startTime).toBe(70)
    expect(() => findEpoch([], 0)).toThrow('No epoch 0 in this session. Available: none.')
  })

  test('names the stimuli once, in order of first appearance', () => {
    expect(stimulusNames(epochs)).toEqual(['spontaneous', 'gabors', 'flashes'])
    expect(stimulusNames([])).toEqual([])
  })
})

test('presentations without a time are in no epoch, also where none has one', () => {
  expect(
    cut([
      ['a', 0, NONE, 1],
      ['a', 0, NONE, 2],
    ]),
  ).toEqual([])
  const { rows } = orderPresentations(
    presentations([
      ['a', 0, NONE, 1],
      ['a', 0, 3, 4],
    ]),
    [],
  )
  expect([...rows]).toEqual([1])
})

test('a block of several stimuli is one epoch, unless it is cut by name', () => {
  const rows: Row[] = [
    ['a', 0, 0, 1],
    ['b', 0, 1, 2],
  ]
  expect(cut(rows)).toHaveLength(1)
  expect(orderPresentations(presentations(rows), []).epochs).toHaveLength(1)
  expect(cut(rows, [], true)).toHaveLength(2)
})

describe('filters of epochs that mean the same', () => {
  test('are one: lists are in order, each entry once', () => {
    expect(
      canonicalEpochFilter({
        stimulusNames: ['b', 'a', 'b'],
        excludeStimulusNames: ['y', 'x', 'y'],
        minDuration: 0,
        indexes: [10, 9, 10],
      }),
    ).toEqual({
      stimulusNames: ['a', 'b'],
      excludeStimulusNames: ['x', 'y'],
      minDuration: 0,
      indexes: [9, 10],
    })
  })

  test('have null for what is not asked, but keep an empty list that lets nothing pass', () => {
    const nothing = {
      stimulusNames: null,
      excludeStimulusNames: null,
      minDuration: null,
      indexes: null,
    }
    expect(canonicalEpochFilter({})).toEqual(nothing)
    expect(canonicalEpochFilter(nothing)).toEqual(nothing)
    expect(
      canonicalEpochFilter({ stimulusNames: [], excludeStimulusNames: [], indexes: [] }),
    ).toEqual({ ...nothing, stimulusNames: [], indexes: [] })
  })
})
