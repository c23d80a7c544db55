import { describe, expect, test } from 'vitest'
import {
  type AddressField,
  choiceField,
  flagField,
  numberField,
  numbersField,
  optionalTextField,
  RequestFields,
  requiredTextField,
  textsField,
} from '../../src/addresses/address-field.ts'
import { writeFields } from '../../src/addresses/address-fields.ts'
import { alignedBinsField, anchorField, groupingField } from '../../src/addresses/aligned-fields.ts'
import { eventSelectionField, eventSourceField } from '../../src/addresses/event-fields.ts'
import { histogramBinsField } from '../../src/addresses/histogram-bins-field.ts'
import { intervalsField, optionalEpochFilterField } from '../../src/addresses/interval-fields.ts'
import { kernelField } from '../../src/addresses/kernel-field.ts'
import { presentationFilterField } from '../../src/addresses/presentation-filter-field.ts'
import { optionalUnitFilterField } from '../../src/addresses/unit-filter-field.ts'
import { openSpanField, spanField, windowField } from '../../src/addresses/window-fields.ts'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import type { SessionTables } from '../../src/domain/session/session-tables.ts'
import type { EpochFilter } from '../../src/domain/stimuli/epochs.ts'

const requestOf = <Value>(field: AddressField<Value>) => new RequestFields({ part: field })

/** Each text is what the value is written as, and is read back as the value. */
function agree<Value>(field: AddressField<Value>, pairs: readonly (readonly [string, Value])[]) {
  const request = requestOf(field)
  for (const [search, value] of pairs) {
    const written = writeFields(request.write({ part: value }))
    expect(decodeURIComponent(written)).toBe(search)
    expect(request.read(written).part).toEqual(value)
  }
}

const refusal = <Value>(field: AddressField<Value>, search: string) => {
  try {
    requestOf(field).read(encodeURI(search))
  } catch (error) {
    return (error as Error).message
  }
}

describe('fields of simple values', () => {
  test('leave out defaults, and nothing else', () => {
    agree(numberField(5), [
      ['', 5],
      ['part=0', 0],
    ])
    agree(flagField(true), [
      ['', true],
      ['part=false', false],
    ])
    agree(choiceField(['a', 'b'], 'a'), [
      ['', 'a'],
      ['part=b', 'b'],
    ])
    agree(optionalTextField, [
      ['', null],
      ['part=', ''],
    ])
  })

  test('keep the order of lists, and tell an empty list from none', () => {
    agree(textsField, [
      ['', null],
      ['part=', []],
      ['part=b,a', ['b', 'a']],
    ])
    agree(numbersField, [
      ['', null],
      ['part=3,-0.5', [3, -0.5]],
    ])
  })

  test('refuse an address that lacks a text, says a field twice, or has others', () => {
    expect(refusal(requiredTextField, '')).toBe(
      'The address has no part. Query href for an address.',
    )
    expect(requestOf(requiredTextField).read('part=a%26')).toEqual({ part: 'a&' })
    expect(refusal(requiredTextField, 'part=a&part=b')).toBe('The address has "part" twice.')
    expect(refusal(requiredTextField, 'part=a&other=b')).toBe(
      'The address has an unknown field "other". Query href for an address.',
    )
    expect(refusal(flagField(true), 'part=yes')).toBe('part is "yes"; it must be true or false.')
  })

  test.each([
    [100, 'x'.repeat(100)],
    [101, `${'x'.repeat(100)}…`],
  ])('quote a number of %d characters as far as 100', (length, shown) => {
    expect(refusal(numberField(5), `part=${'x'.repeat(length)}`)).toBe(
      `part is "${shown}"; it must be a number.`,
    )
  })

  test('refuse a choice that there is not', () => {
    expect(refusal(choiceField(['a', 'b'], 'a'), 'part=c')).toBe(
      'part is "c"; it must be one of a, b.',
    )
  })
})

describe('bins around a moment', () => {
  const none = { before: null, after: null, binSize: null, edges: null, edgeRule: 'numpy' } as const

  test('are a window and a size, or edges', () => {
    agree(alignedBinsField, [
      ['', none],
      ['before=0.5&after=1&binSize=0.01', { ...none, before: 0.5, after: 1, binSize: 0.01 }],
      ['edges=-1,0,2.5&edgeRule=allenSdk', { ...none, edges: [-1, 0, 2.5], edgeRule: 'allenSdk' }],
    ])
  })

  test('are the same where nothing before is asked for by 0 or by null', () => {
    const canonical = (before: number | null) =>
      alignedBinsField.canonical?.({ ...none, before, after: 1 }, {} as SessionTables)
    expect(canonical(0)).toEqual({ ...none, after: 1 })
    expect(canonical(null)).toEqual({ ...none, after: 1 })
    expect(canonical(0.25)).toEqual({ ...none, before: 0.25, after: 1 })
    expect(alignedBinsField.canonical?.({ ...none, edges: [0, 1] }, {} as SessionTables)).toEqual({
      ...none,
      edges: [0, 1],
    })
  })
})

test('an anchor is a column, counted from the zero of the clock or from the start', () => {
  agree(anchorField, [
    ['', null],
    ['at=change_time', { column: 'change_time', isOffset: false }],
    ['at=latency&atFrom=start', { column: 'latency', isOffset: true }],
  ])
})

test('a grouping is a list of keys, and the names of parameters', () => {
  agree(groupingField, [
    ['', [{ by: 'condition' }]],
    ['by=stimulus,epoch', [{ by: 'stimulus' }, { by: 'epoch' }]],
    ['by=parameters&parameters=color,size', [{ by: 'parameters', names: ['color', 'size'] }]],
    [
      'by=epoch,parameters&parameters=color',
      [{ by: 'epoch' }, { by: 'parameters', names: ['color'] }],
    ],
  ])
  expect(refusal(groupingField, 'by=colour')).toMatch(/^by is "colour"; it must be one or more of/)
})

describe('events', () => {
  test('come from one source, as JSON', () => {
    agree(eventSourceField, [
      ['part={"times":[1.5,null]}', { times: [1.5, null] }],
      [
        'part={"intervals":{"table":"trials","column":"go_time","timesFrom":"START"}}',
        { intervals: { table: 'trials', column: 'go_time', timesFrom: 'START' } },
      ],
      [
        'part={"crossings":{"of":{"name":"runningSpeed"},"threshold":2,"hold":0.5}}',
        { crossings: { of: { name: 'runningSpeed' }, threshold: 2, hold: 0.5 } },
      ],
      [
        'part={"optogenetic":{"conditions":["a","b"],"minDuration":1}}',
        { optogenetic: { conditions: ['a', 'b'], minDuration: 1 } },
      ],
    ])
  })

  test.each([
    '{"times":[1],"optogenetic":{}}',
    '{"times":["1"]}',
    '{"intervals":{}}',
    '{"intervals":{"table":"trials","other":1}}',
    '{"intervals":{"table":"trials","timesFrom":"NOW"}}',
    '{"crossings":{"of":{"path":"/x"},"threshold":2}}',
    '{"crossings":{"of":{"name":"speed"},"threshold":2}}',
    '{"crossings":{"of":{"name":1},"threshold":2}}',
    '{"times":[1,"2"]}',
    '[]',
    'null',
    'times',
  ])('are refused as %s', (source) => {
    expect(refusal(eventSourceField, `part=${source}`)).toContain(
      `part is "${source}"; it must be one source of events as JSON`,
    )
  })

  test('are the same source with and without nulls, in any order of names', () => {
    const canonical = (source: unknown) =>
      eventSourceField.canonical?.(source as never, {} as SessionTables)
    expect(JSON.stringify(canonical({ intervals: { table: 'trials', column: null } }))).toBe(
      '{"intervals":{"table":"trials"}}',
    )
    expect(JSON.stringify(canonical({ intervals: { table: 'a', column: 'b' } }))).toBe(
      JSON.stringify(canonical({ intervals: { column: 'b', table: 'a' } })),
    )
    expect(canonical({ times: [1, undefined] })).toEqual({ times: [1, null] })
  })

  test.each([
    [
      { intervals: { table: 'a', column: 'start_time', timesFrom: 'SESSION', where: [] } },
      { intervals: { table: 'a' } },
    ],
    [{ timeSeries: { path: '/x', column: 0 } }, { timeSeries: { path: '/x' } }],
    [
      { crossings: { of: { path: '/x', column: 0 }, threshold: 1, minDuration: 0 } },
      { crossings: { of: { path: '/x', column: 0 }, threshold: 1 } },
    ],
    [
      { intervals: { table: 'a', column: 'b', timesFrom: 'START' } },
      { intervals: { table: 'a', column: 'b', timesFrom: 'START' } },
    ],
    [{ timeSeries: { path: '/x', column: 1 } }, { timeSeries: { path: '/x', column: 1 } }],
    [{ optogenetic: {} }, { optogenetic: {} }],
  ] as const)('of %j are written as %j', (source, written) => {
    expect(eventSourceField.canonical?.(source, {} as SessionTables)).toEqual(written)
  })

  test('are selected by time, gap and invalid times', () => {
    const all = { start: null, stop: null, minGap: null, excludeInvalidTimes: false }
    agree(eventSelectionField, [
      ['', all],
      ['part.start=0', { ...all, start: 0 }],
      ['part.stop=2.5', { ...all, stop: 2.5 }],
      ['part.minGap=0.1', { ...all, minGap: 0.1 }],
      ['part.excludeInvalidTimes=true', { ...all, excludeInvalidTimes: true }],
    ])
  })
})

test('bins of a histogram are edges, or a number of equal or logarithmic ones', () => {
  agree(histogramBinsField, [
    ['edges=0,0.1,1', { edges: [0, 0.1, 1] }],
    ['equal=0..0.1..100', { equal: { from: 0, to: 0.1, count: 100 } }],
    ['logarithmic=0.001..10..100', { logarithmic: { from: 0.001, to: 10, count: 100 } }],
  ])
  expect(refusal(histogramBinsField, '')).toMatch(/^The address has 0 kinds of bins/)
  expect(refusal(histogramBinsField, 'edges=0,1&equal=0..1..2')).toMatch(/^The address has 2 kinds/)
  for (const range of ['0..1', '0..1..2..3', '0..1..2.5']) {
    expect(refusal(histogramBinsField, `equal=${range}`)).toMatch(
      `equal is "${range}"; it must be the ends of a range`,
    )
  }
})

test('intervals keep their order', () => {
  agree(intervalsField, [
    ['', null],
    ['part=', []],
    [
      'part=3..4,1.5..2',
      [
        { start: 3, stop: 4 },
        { start: 1.5, stop: 2 },
      ],
    ],
  ])
  expect(refusal(intervalsField, 'part=3')).toMatch(/^part has "3"; an interval has two ends/)
})

test('epochs may be the whole session, all, or some', () => {
  const all = {
    indexes: null,
    stimulusNames: null,
    excludeStimulusNames: null,
    minDuration: null,
  }
  agree(optionalEpochFilterField, [
    ['', null],
    ['part=all', all],
    ['part.indexes=2,0', { ...all, indexes: [2, 0] }],
    ['part.stimulusNames=flashes', { ...all, stimulusNames: ['flashes'] }],
    ['part.excludeStimulusNames=', { ...all, excludeStimulusNames: [] }],
    ['part.minDuration=0', { ...all, minDuration: 0 }],
    ['part.minDuration=1.5', { ...all, minDuration: 1.5 }],
  ])
  expect(refusal(optionalEpochFilterField, 'part=some')).toBe('part is "some"; it can only be all.')
  const canonical = (filter: EpochFilter | null) =>
    optionalEpochFilterField.canonical?.(filter, {} as SessionTables)
  expect(canonical(null)).toBeNull()
  expect(
    canonical({
      indexes: [10, 9, 10],
      stimulusNames: ['b', 'a', 'b'],
      excludeStimulusNames: ['b', 'a', 'b'],
      minDuration: 2,
    }),
  ).toEqual({
    indexes: [9, 10],
    stimulusNames: ['a', 'b'],
    excludeStimulusNames: ['a', 'b'],
    minDuration: 2,
  })
  expect(canonical({ excludeStimulusNames: [] })).toEqual(all)
})

test('a kernel is its kind and its length', () => {
  agree(kernelField, [
    ['part=gaussian:0.025', { kind: 'gaussian', deviation: 0.025 }],
    ['part=exponential:0.1', { kind: 'exponential', timeConstant: 0.1 }],
    ['part=boxcar:2', { kind: 'boxcar', width: 2 }],
  ])
  expect(refusal(kernelField, 'part=hann:1')).toMatch(/^part is "hann:1"; it must be gaussian/)
  expect(refusal(kernelField, 'part=boxcar')).toBe('part is ""; it must be a number.')
})

test('presentations are selected by each condition', () => {
  const all = {
    stimulusNames: null,
    excludeStimulusNames: null,
    blocks: null,
    epochIndexes: null,
    conditionIds: null,
    ids: null,
    start: null,
    stop: null,
    parameters: null,
    signals: null,
    excludeInvalidTimes: false,
  }
  agree(presentationFilterField, [
    ['', all],
    ['part.stimulusNames=flashes', { ...all, stimulusNames: ['flashes'] }],
    ['part.excludeStimulusNames=movie', { ...all, excludeStimulusNames: ['movie'] }],
    ['part.blocks=0,2', { ...all, blocks: [0, 2] }],
    ['part.blocks=9007199254740993', { ...all, blocks: [9_007_199_254_740_993n] }],
    ['part.epochIndexes=1', { ...all, epochIndexes: [1] }],
    ['part.conditionIds=7', { ...all, conditionIds: ['7'] }],
    ['part.ids=3', { ...all, ids: ['3'] }],
    ['part.start=0&part.stop=9', { ...all, start: 0, stop: 9 }],
    [
      'part.parameters=contrast=[0.8,true]',
      {
        ...all,
        parameters: [{ name: 'contrast', values: [0.8, true] }],
      },
    ],
    ['part.parameters=x=[1]', { ...all, parameters: [{ name: 'x', values: [1] }] }],
    ['part.excludeInvalidTimes=true', { ...all, excludeInvalidTimes: true }],
  ])
  expect(refusal(presentationFilterField, 'part.parameters=contrast')).toMatch(
    /^A parameter is "contrast"/,
  )
  expect(refusal(presentationFilterField, 'part.parameters==[1]')).toMatch(
    /^A parameter is "=\[1]"/,
  )
  expect(refusal(presentationFilterField, 'part.blocks=first')).toBe(
    'part.blocks is "first"; it must be a number.',
  )
})

test('a filter of units may be left out', () => {
  const filter = {
    ...sdkUnitFilter,
    areas: null,
    ids: null,
    probes: null,
    snrMin: 2,
    firingRateMin: null,
    metrics: null,
    columns: null,
  }
  agree(optionalUnitFilterField, [
    ['', null],
    ['part=true&part.snrMin=2', filter],
  ])
  expect(optionalUnitFilterField.canonical?.(null, {} as SessionTables)).toBeNull()
})

describe('spans', () => {
  test('have both ends, or none', () => {
    agree(spanField, [
      ['', null],
      ['start=0&stop=2', { startTime: 0, stopTime: 2 }],
    ])
    expect(refusal(spanField, 'start=0')).toMatch(/only one of start and stop/)
    expect(refusal(spanField, 'stop=0')).toMatch(/only one of start and stop/)
  })

  test('are windows only with both ends', () => {
    const both = 'The address names neither an epoch nor start and stop of a window.'
    for (const search of ['', 'start=0', 'stop=1']) {
      expect(refusal(windowField, search)).toContain(both)
    }
  })

  test('may be open at either end', () => {
    agree(openSpanField, [
      ['', { startTime: -Infinity, stopTime: Infinity }],
      ['start=0', { startTime: 0, stopTime: Infinity }],
      ['stop=0', { startTime: -Infinity, stopTime: 0 }],
    ])
  })
})
