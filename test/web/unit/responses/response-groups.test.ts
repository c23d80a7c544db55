import { describe, expect, test } from 'vitest'
import { responseGroups, tuning } from '../../../../web/src/unit/responses/response-groups.ts'
import { metricText } from '../../../../web/src/unit/unit-metrics.ts'

// Presentations 5, 7 and 9; 90° was shown at 5 and 9, 0° at 7.
const response = {
  around: {
    presentationIds: ['5', '7', '9'],
    edges: [-0.5, 0, 0.5],
    spikes: { presentationIndexes: [0, 1, 2, 2], timesSinceStart: [0.25, -0.25, 0, 0.375] },
    groups: [
      {
        parameters: [{ name: 'orientation', value: 90 }],
        presentationCount: 2,
        presentationIds: ['5', '9'],
        mean: [[0], [3]],
      },
      {
        parameters: [{ name: 'orientation', value: 0 }],
        presentationCount: 1,
        presentationIds: ['7'],
        mean: [[2], [0]],
      },
    ],
  },
  within: {
    groups: [
      {
        parameters: [{ name: 'orientation', value: 90 }],
        presentationCount: 2,
        mean: [[1.5]],
        standardError: [[0.25]],
      },
      {
        parameters: [{ name: 'orientation', value: 0 }],
        presentationCount: 1,
        mean: [[0]],
        standardError: [[null]],
      },
    ],
  },
}

describe('responses in groups', () => {
  test('hold the spikes of their presentations, by row, and come in order of the value', () => {
    expect(responseGroups(response, 'orientation')).toEqual([
      {
        label: '0°',
        value: 0,
        presentationCount: 1,
        spikeTimes: Float32Array.of(-0.25),
        spikeRows: Uint32Array.of(0),
        rates: Float64Array.of(2, 0),
      },
      {
        label: '90°',
        value: 90,
        presentationCount: 2,
        spikeTimes: Float32Array.of(0.25, 0, 0.375),
        spikeRows: Uint32Array.of(0, 1, 1),
        rates: Float64Array.of(0, 3),
      },
    ])
  })

  test('are one group where they are grouped by nothing', () => {
    const [group] = response.around.groups
    const around = { ...response.around, groups: [{ ...group, parameters: [] }] }
    const [all] = responseGroups({ ...response, around } as typeof response, 'all')
    expect(all).toMatchObject({ label: 'All presentations', value: null })
  })
})

test('tuning has mean and standard error by value; one presentation has no error', () => {
  expect(tuning(response, 'orientation')).toEqual([
    { value: 0, label: '0°', presentationCount: 1, mean: 0, standardError: null },
    { value: 90, label: '90°', presentationCount: 2, mean: 1.5, standardError: 0.25 },
  ])
})

test('metrics have four digits that count', () => {
  expect([4432, 3.048143, 0.0000123456, 1, -0.1505, 12345.678].map(metricText)).toEqual([
    '4,432',
    '3.048',
    '0.00001235',
    '1',
    '−0.1505',
    '12,350',
  ])
})
