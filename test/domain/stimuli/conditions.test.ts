import { describe, expect, test } from 'vitest'
import { CodedColumnBuilder, codedValue } from '../../../src/domain/stimuli/coded-column.ts'
import {
  conditionsOf,
  conditionsOfStimuli,
  findParameter,
} from '../../../src/domain/stimuli/conditions.ts'
import { parameterValues } from '../../../src/domain/stimuli/parameter-values.ts'
import {
  filterPresentations,
  selectPresentations,
} from '../../../src/domain/stimuli/presentation-filter.ts'
import { listPresentations } from '../../../src/domain/stimuli/presentations.ts'
import { presentationsByCondition } from '../../../src/domain/stimuli/stimulus-groups.ts'
import {
  type ParameterValue,
  parameterKey,
} from '../../../src/domain/stimuli/stimulus-parameters.ts'

function column(name: string, rows: readonly (ParameterValue | null)[]) {
  const builder = new CodedColumnBuilder<ParameterValue>(rows.length)
  for (const [row, value] of rows.entries()) {
    if (value !== null) builder.set(row, value, parameterKey(value))
  }
  return { name, ...builder.finish() }
}

/** One presentation a second, each half a second long. */
function presentations(stimulusNames: readonly string[], maskedAt: readonly number[] = []) {
  const startTimes = Float64Array.from(stimulusNames, (_, i) => i)
  const source = {
    table: 'all_presentations',
    startTimes,
    stopTimes: startTimes.map((start) => start + 0.5),
    stimulusNames,
    blocks: new Float64Array(stimulusNames.length).map((_, i) => Math.floor(i / 2)),
  }
  const invalidTimes = maskedAt.map((id) => ({
    startTime: id + 0.1,
    stopTime: id + 0.2,
    tags: ['stimulus'],
  }))
  return listPresentations([source], invalidTimes)
}

const gratings = ['gratings', 'gratings', 'flashes', 'gratings', 'gratings']
const parameters = {
  count: 5,
  columns: [
    column('orientation', [90, 0, null, 90, 45]),
    column('size', [
      [2, 2],
      [2, 2],
      [3, 3],
      [2, 2],
      [2, 2],
    ]),
    column('color', [[1, 1, 1], [1, 1, 1], -1, [1, 1, 1], [1, 1, 1]]),
    column('opacity', [1, 1, 1, 1, 1]),
  ],
}

describe('conditionsOf', () => {
  test('leaves out what numbers presentations, frames and trials of Visual Behavior', () => {
    const images = {
      count: 5,
      columns: [
        column('image_name', ['im1', 'im2', 'im1', 'im1', 'im2']),
        column('start_frame', [0, 45, 90, 135, 180]),
        column('trials_id', [0, 0, 0, 1, 1]),
        column('flashes_since_change', [0, 0, 1, 2, 0]),
        column('duration', [0.25, 0.2501, 0.2502, 0.2503, 0.2504]),
      ],
    }
    const list = presentations(['images', 'images', 'images', 'images', 'images'])
    const conditions = conditionsOf(list, images, [true])
    expect([...conditions.ofPresentations]).toEqual([0, 1, 0, 0, 1])
    expect(conditions.parameters.columns.map(({ name }) => name)).toEqual(['image_name'])
    // They still filter and group.
    const secondTrial = { parameters: [{ name: 'trials_id', values: [1] }] }
    expect([...filterPresentations(list, secondTrial, conditions)]).toEqual([3, 4])
  })

  test('leaves a parameter that tells trials apart out of the conditions of that table alone', () => {
    const table = (name: string, first: number) => ({
      table: name,
      startTimes: Float64Array.of(first, first + 1, first + 2, first + 3),
      stopTimes: Float64Array.of(first + 0.5, first + 1.5, first + 2.5, first + 3.5),
      stimulusNames: [name, name, name, name],
      blocks: new Float64Array(4),
    })
    const list = listPresentations([table('a', 0), table('b', 4)], [])
    const columns = [
      // Four values of four in the first table, two in the second.
      column('level', [1, 2, 3, 4, 1, 2, 1, 2]),
      // One of the two values that there are comes twice in the second.
      column('choice', [null, null, null, 1, null, 1, 1, 2]),
    ]
    const conditions = conditionsOf(list, { count: 8, columns }, [false, false])
    expect([...conditions.ofPresentations]).toEqual([0, 0, 0, 1, 2, 3, 2, 3])
    expect(conditions.trialParameters.columns.map(({ name }) => name)).toEqual(['level', 'choice'])
  })

  test('keeps a value that is the only one', () => {
    const conditions = conditionsOf(
      presentations(['a']),
      { count: 1, columns: [column('level', [7])] },
      [false],
    )
    expect(conditions.parameters.columns.map(({ values }) => values)).toEqual([[7]])
  })

  test('numbers distinct combinations by first appearance', () => {
    const conditions = conditionsOf(presentations(gratings), parameters, [true])
    expect([...conditions.ofPresentations]).toEqual([0, 1, 2, 0, 3])
    expect(conditions.stimulusNames).toEqual(['gratings', 'gratings', 'flashes', 'gratings'])
    expect([...conditions.presentationCounts]).toEqual([2, 1, 1, 1])
    const orientation = conditions.parameters.columns.find(({ name }) => name === 'orientation')
    expect(orientation).toBeDefined()
    if (!orientation) return
    expect([0, 1, 2, 3].map((id) => codedValue(orientation, id))).toEqual([90, 0, null, 45])
  })

  test('tells the same parameters of two stimuli apart', () => {
    const noParameters = { count: 2, columns: [] }
    const conditions = conditionsOf(presentations(['a', 'b']), noParameters, [true])
    expect([...conditions.ofPresentations]).toEqual([0, 1])
  })

  test('numbers a condition that only masked presentations show, without counting them', () => {
    const conditions = conditionsOf(presentations(gratings, [1]), parameters, [true])
    expect([...conditions.ofPresentations]).toEqual([0, -1, 2, 0, 3])
    expect([...conditions.presentationCounts]).toEqual([2, 0, 1, 1])
    expect(presentationsByCondition(conditions).map((ids) => [...ids])).toEqual([
      [0, 3],
      [],
      [2],
      [4],
    ])
  })

  test("leaves out what tells another laboratory's trials apart", () => {
    const trials = {
      count: 4,
      columns: [
        column('cue_time', [1, 1, 1, 1]),
        column('trial', [1, 2, 3, 4]),
        column('side', ['left', 'right', 'left', 'right']),
      ],
    }
    const list = presentations(['trials', 'trials', 'trials', 'trials'])
    const foreign = conditionsOf(list, trials, [false])
    expect([...foreign.ofPresentations]).toEqual([0, 1, 0, 1])
    expect(foreign.parameters.columns.map(({ name }) => name)).toEqual(['side'])
    expect(conditionsOf(list, trials, [true]).count).toBe(4)
  })

  test('what tells trials apart can be filtered and listed all the same, but for masked ones', () => {
    const names = ['trials', 'trials', 'trials', 'trials', 'trials']
    const list = presentations(names, [4])
    const trials = {
      count: 5,
      columns: [
        column('gain', [0.8, 1.6, 0.8, 2.4, 1.6]),
        column('side', ['left', 'right', 'left', 'right', 'left']),
      ],
    }
    const conditions = conditionsOf(list, trials, [false])
    expect(conditions.parameters.columns.map(({ name }) => name)).toEqual(['side'])
    const having = (name: string, ...values: (number | string)[]) => [
      ...filterPresentations(list, { parameters: [{ name, values }] }, conditions),
    ]
    expect(having('gain', 0.8)).toEqual([0, 2])
    expect(having('gain', '1.6', 2.4)).toEqual([1, 3])
    expect(having('side', 'left')).toEqual([0, 2])
    expect(parameterValues(conditions, Int32Array.of(1, 2, 3, 4), false)).toEqual([
      { name: 'gain', values: [1.6, 0.8, 2.4] },
      { name: 'side', values: ['right', 'left'] },
    ])
  })

  test('finds the conditions of some stimuli', () => {
    const conditions = conditionsOf(presentations(gratings), parameters, [true])
    expect(conditionsOfStimuli(conditions, ['gratings'])).toEqual([0, 1, 3])
    expect(conditionsOfStimuli(conditions, null)).toEqual([0, 1, 2, 3])
    expect(() => conditionsOfStimuli(conditions, ['movie'])).toThrow('gratings, flashes')
  })
})

describe('parameterValues', () => {
  const conditions = conditionsOf(presentations(gratings), parameters, [true])

  test('lists each value once, in order of first appearance, by the names of the parameters, without missing ones', () => {
    expect(parameterValues(conditions, Int32Array.of(0, 1, 2, 3, 4), false)).toEqual([
      { name: 'color', values: [-1] },
      { name: 'orientation', values: [90, 0, 45] },
      {
        name: 'size',
        values: [
          [2, 2],
          [3, 3],
        ],
      },
    ])
  })

  test('leaves out parameters that take no value', () => {
    expect(parameterValues(conditions, Int32Array.of(2), true)).toEqual([
      { name: 'color', values: [-1] },
      { name: 'opacity', values: [1] },
      { name: 'size', values: [[3, 3]] },
    ])
  })
})

describe('filterPresentations', () => {
  const list = presentations(gratings, [1])
  const conditions = conditionsOf(list, parameters, [true])
  const filter = (where: Parameters<typeof filterPresentations>[1]) => [
    ...filterPresentations(list, where, conditions),
  ]

  test.each([
    [{}, [0, 1, 2, 3, 4]],
    [{ stimulusNames: ['flashes'] }, [2]],
    [{ stimulusNames: ['invalid_presentation'] }, [1]],
    [{ excludeStimulusNames: ['gratings', 'nothing'] }, [1, 2]],
    [{ blocks: [1] }, [2, 3]],
    [{ epochIndexes: [0] }, [0]],
    [{ ids: ['4', '0', '4'] }, [0, 4]],
    [{ start: 1, stop: 3 }, [1, 2, 3]],
    [{ conditionIds: ['0', '3'] }, [0, 3, 4]],
    [{ conditionIds: ['1'] }, []],
    [{ parameters: [{ name: 'orientation', values: [90] }] }, [0, 3]],
    [{ parameters: [{ name: 'orientation', values: [90, 45] }], start: 1 }, [3, 4]],
    [{ parameters: [{ name: 'size', values: [[3, 3]] }] }, [2]],
    [{ parameters: [{ name: 'orientation', values: ['90'] }] }, [0, 3]],
    // Only a masked presentation is of 0 degrees.
    [{ parameters: [{ name: 'orientation', values: [0] }] }, []],
    [{ parameters: [{ name: 'orientation', values: [] }] }, []],
    [{ ids: [] }, []],
  ])('%j', (where, ids) => {
    expect(filter(where)).toEqual(ids)
  })

  test('chooses among some', () => {
    const among = Int32Array.of(2, 3, 4)
    expect([...filterPresentations(list, { ids: ['0', '3'] }, null, among)]).toEqual([3])
  })

  test.each([
    [{ stimulusNames: ['movie'] }, 'EPOCH_NOT_FOUND'],
    [{ epochIndexes: [9] }, 'EPOCH_NOT_FOUND'],
    [{ ids: ['5'] }, 'PRESENTATION_NOT_FOUND'],
    [{ ids: ['-0'] }, 'PRESENTATION_NOT_FOUND'],
    [{ ids: ['01'] }, 'PRESENTATION_NOT_FOUND'],
    [{ conditionIds: ['4'] }, 'CONDITION_NOT_FOUND'],
    [{ parameters: [{ name: 'colour', values: [1] }] }, 'INVALID_ARGUMENT'],
    [{ parameters: [{ name: 'orientation', values: [90, 91] }] }, 'INVALID_ARGUMENT'],
  ])('refuses %j', (where, code) => {
    expect(() => filter(where)).toThrow(expect.objectContaining({ code }))
  })

  test('selects what aligning needs', () => {
    expect(selectPresentations(list, Int32Array.of(1, 3), conditions)).toEqual({
      ids: Int32Array.of(1, 3),
      startTimes: Float64Array.of(1, 3),
      stopTimes: Float64Array.of(1.5, 3.5),
      conditionIds: Int32Array.of(-1, 0),
    })
  })
})

describe('a parameter', () => {
  const columns = ['Image', 'TF', 'spatial_frequency'].map((name) => column(name, [1]))
  const conditions = conditionsOf(presentations(['a']), { count: 1, columns }, [true])

  test.each([
    ['TF', 'TF'],
    ['spatial_frequency', 'spatial_frequency'],
    ['spatialFrequency', 'spatial_frequency'],
    ['image', 'Image'],
  ])('is found by %s: %s', (name, found) => {
    expect(findParameter(conditions, name).name).toBe(found)
  })

  test('that there is not is refused', () => {
    expect(() => findParameter(conditions, 'contrast')).toThrow(
      'No stimulus parameter "contrast" in this session. Available: Image, TF, spatial_frequency.',
    )
  })
})

test('conditions differ where any parameter does, however many values the others have', () => {
  const rows = [0, 1, 2].flatMap(() => [
    [0, 1],
    [45, 1],
    [90, 1],
    [135, 1],
    [0, 0.5],
  ])
  const columns = [
    column(
      'orientation',
      rows.map(([orientation = 0]) => orientation),
    ),
    column(
      'contrast',
      rows.map(([, contrast = 0]) => contrast),
    ),
  ]
  const list = presentations(rows.map(() => 'gratings'))
  const { count, ofPresentations } = conditionsOf(list, { count: rows.length, columns }, [true])
  expect(count).toBe(5)
  const ids = [...ofPresentations]
  expect(new Set(ids.slice(0, 5)).size).toBe(5)
  expect(ids.slice(5, 10)).toEqual(ids.slice(0, 5))
})
