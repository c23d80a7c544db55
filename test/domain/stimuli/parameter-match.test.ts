import { describe, expect, test } from 'vitest'
import { matchValues, type RequestedValue } from '../../../src/domain/stimuli/parameter-match.ts'
import type { ParameterValue } from '../../../src/domain/stimuli/stimulus-parameters.ts'

const match = (values: readonly ParameterValue[], ...requested: RequestedValue[]) => [
  ...matchValues({ name: 'gain', values }, requested),
]

describe('a value that is asked for', () => {
  const cases: [string, readonly ParameterValue[], RequestedValue, number[]][] = [
    ['is a number', [0.8, 1.6], 1.6, [1]],
    ['is the number that its text means', [0.8, 1.6], '0.8', [0]],
    ['is the number that a longer text means', [0.8, 1.6], ' 8e-1', [0]],
    ['true is 1 among flags', [0, 1], true, [1]],
    ['false is 0 among flags', [1, 0], false, [1]],
    ['true is 1 where all are 1', [1], true, [0]],
    ['true is the text of it where all are', ['true'], true, [0]],
    ['is a list of numbers that are given as texts', [[1], [1, 2]], ['1', '2'], [1]],
    ['a text of true is a flag', [0, 1], 'True', [1]],
    ['1 is a flag', [0, 1], 1, [1]],
    ['"1" is a flag', [0, 1], '1', [1]],
    ['true is the text of it', ['False', 'True'], true, [1]],
    ['"true" is the text of it, however written', ['False', 'True'], 'true', [1]],
    ['is a text', ['left', 'right'], 'right', [1]],
    ['is a text of marks', ['a/b, "c"', 'é'], 'a/b, "c"', [0]],
    ['is a number among texts', [4, 'blank'], 4, [0]],
    ['is a text among numbers', [4, 'blank'], 'blank', [1]],
    [
      'is a list',
      [
        [2, 2],
        [3, 3],
      ],
      [3, 3],
      [1],
    ],
    [
      'is the text of a list',
      [
        [2, 2],
        [3, 3],
      ],
      '[3.0, 3.0]',
      [1],
    ],
    ['is a number that x and y share', [[2, 2], [2, 3], 2], 2, [0, 2]],
    ['is a number, as a list of one', [0.5, 0.25], [0.5], [0]],
    ['is a list of texts', [['maze', 'left'], ['rest']], ['maze', 'left'], [0]],
    ['is one of a list of texts', [['maze', 'left'], ['rest'], ['left']], 'left', [0, 2]],
    [
      'is a wide whole number among floats, by its text',
      [0.5, 2 ** 60],
      '1152921504606846976',
      [1],
    ],
    ['is a wide whole number, by its text', ['18014398509481985'], '18014398509481985', [0]],
  ]

  test.each(cases)('%s', (_, values, requested, codes) => {
    expect(match(values, requested)).toEqual(codes)
  })

  test('are each looked for', () => {
    expect(match([0.8, 1.6, 2.4], '2.4', 0.8)).toEqual([2, 0])
    expect(match([0.8])).toEqual([])
  })
})

describe('a value that the parameter never has is refused, with what it holds', () => {
  const cases: [readonly ParameterValue[], RequestedValue, string][] = [
    [[0.8, 1.6], 0.9, 'No presentation has the gain 0.9. It holds numbers: 0.8, 1.6.'],
    [[0.8, 1.6], 'high', 'No presentation has the gain "high". It holds numbers: 0.8, 1.6.'],
    [[0.8, 1.6], true, 'No presentation has the gain true. It holds numbers: 0.8, 1.6.'],
    [[0, 1, 2], true, 'No presentation has the gain true. It holds numbers: 0, 1, 2.'],
    [[0, 1], 2, 'No presentation has the gain 2. It holds flags (1 true, 0 false): 0, 1.'],
    [['yes', 'no'], true, 'No presentation has the gain true. It holds texts: "yes", "no".'],
    [
      ['true', 'false'],
      1,
      'No presentation has the gain 1. It holds texts of true and false: "true", "false".',
    ],
    [[4, 'blank'], '', 'No presentation has the gain "". It holds numbers and texts: 4, "blank".'],
    [[[2, 2]], [2, 3], 'No presentation has the gain [2,3]. It holds lists of numbers: [2,2].'],
    [
      [['a', 'b']],
      ['a'],
      'No presentation has the gain ["a"]. It holds lists of texts: ["a","b"].',
    ],
    [[[]], 1, 'No presentation has the gain 1. It holds lists of texts: [].'],
    [[[7]], 1, 'No presentation has the gain 1. It holds lists of numbers: [7].'],
    [[], 1, 'No presentation has the gain 1. It holds no values: .'],
    [[1], 0, 'No presentation has the gain 0. It holds flags (1 true, 0 false): 1.'],
    [['true'], 0, 'No presentation has the gain 0. It holds texts of true and false: "true".'],
    [[1, 2, 3, 4, 5], 6, 'No presentation has the gain 6. It holds numbers: 1, 2, 3, 4, 5.'],
    [
      [1],
      Number.MAX_SAFE_INTEGER,
      'No presentation has the gain 9007199254740991. It holds flags (1 true, 0 false): 1.',
    ],
    [
      [2],
      'x'.repeat(198),
      `No presentation has the gain "${'x'.repeat(198)}". It holds numbers: 2.`,
    ],
    [
      [2],
      'x'.repeat(199),
      `No presentation has the gain "${'x'.repeat(199)}…. It holds numbers: 2.`,
    ],
    [
      [1, 2, 3, 4, 5, 6, 7],
      'NaN',
      'No presentation has the gain "NaN". It holds numbers: 1, 2, 3, 4, 5, … (7 values).',
    ],
    [
      ['18014398509481985'],
      2 ** 54,
      'No presentation has the gain 18014398509481984. It holds texts: "18014398509481985". Pass whole numbers beyond 2^53 as text; as numbers they lose digits.',
    ],
  ]

  test.each(cases)('%j: %j', (values, requested, message) => {
    expect(() => match(values, requested)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message }),
    )
  })
})
