import { describe, expect, test } from 'vitest'
import {
  joinResponseMetrics,
  ResponseMetrics,
  type ResponseMetricsRequest,
  responseSpans,
} from '../../../../src/domain/analyses/responses/response-metrics.ts'
import { responseStimuli } from '../../../../src/domain/analyses/responses/response-stimuli.ts'
import { gratingsDesign } from './gratings-design.ts'

const none = Number.NaN
const { metrics } = responseStimuli.driftingGratings

/** Trials of 1 s from 0, 1 and, in a block of its own, 8 s; of the gratings 0, 90 and 0. */
const design = {
  ...gratingsDesign({ orientations: [0, 90], conditions: [0, 1, 0], startTimes: [0, 1, 8] }),
  conditionIds: Int32Array.of(40, 50),
}

function metricsOf(
  units: readonly (readonly number[])[],
  part: Partial<ResponseMetricsRequest> = {},
) {
  const collector = new ResponseMetrics({
    design,
    rule: 'corrected',
    speeds: null,
    positions: null,
    observation: null,
    unitRows: Uint32Array.from(units.keys()),
    ...part,
  })
  units.forEach((spikes, column) => {
    collector.add(column, Float64Array.from(spikes))
  })
  const { values, preferredConditions } = collector.finish()
  expect(values).toHaveLength(units.length * metrics.length)
  return {
    preferredConditions: [...preferredConditions],
    /** of each unit */
    of: (metric: (typeof metrics)[number]) =>
      units.map((_, unit) => values[unit * metrics.length + metrics.indexOf(metric)]),
  }
}

describe('metrics of responses', () => {
  test('are computed unit by unit, in the order of their names', () => {
    const found = metricsOf([
      [0.5, 8.5, 8.75],
      [1.25, 1.5],
    ])
    expect(found.preferredConditions).toEqual([40, 50])
    expect(found.of('prefOri')).toEqual([0, 90])
    expect(found.of('prefTf')).toEqual([2, 2])
    // The blocks from 0 to 2 s and from 8 to 9 s.
    expect(found.of('firingRate')).toEqual([1, 2 / 3])
  })

  test('have a rate over gaps within a block, but not over those between blocks', () => {
    expect(metricsOf([[0.5, 1.5, 2, 5, 7.9, 8, 9]]).of('firingRate')).toEqual([1])
  })

  test('have a rate over what was observed, and of presentations that wholly were', () => {
    const observation = {
      stretches: [[{ startTime: 0.5, stopTime: 2 }], []],
      ofUnits: Int32Array.of(0, 1),
    }
    const found = metricsOf([[0.75, 1.25, 1.5], [1.5]], { observation })
    expect(found.of('firingRate')).toEqual([3 / 1.5, none])
    expect(found.preferredConditions).toEqual([50, none])
  })

  test('have a rate over less than a second', () => {
    const observation = {
      stretches: [[{ startTime: 0.5, stopTime: 1 }]],
      ofUnits: Int32Array.of(0),
    }
    expect(metricsOf([[0.75]], { observation }).of('firingRate')).toEqual([2])
  })

  test.each([
    ['allenSdk', [40], [0]],
    ['corrected', [none], [none]],
  ] as const)('of a silent unit have a preferred condition by the rule %s: %j', (rule, id, ori) => {
    const found = metricsOf([[]], { rule })
    expect(found.preferredConditions).toEqual(id)
    expect(found.of('prefOri')).toEqual(ori)
  })

  test('have speeds from those of the presentations', () => {
    const running = gratingsDesign({ orientations: [0], conditions: [0, 0, 0, 0] })
    const speeds = Float64Array.of(5, 5, 0, 0)
    const spikes = [0.25, 0.5, 0.75, 1.5, 2.5]
    // Means of 2 and 1/2 spikes.
    expect(metricsOf([spikes], { design: running, speeds }).of('runMod')).toEqual([0.75])
    expect(metricsOf([spikes], { design: running }).of('runMod')).toEqual([none])
  })

  test('of a mapping have the place of the receptive field', () => {
    const mapping = { ...design, stimulus: 'receptiveFieldMapping', trialDuration: 0.25 } as const
    const collector = new ResponseMetrics({
      design: mapping,
      rule: 'corrected',
      speeds: null,
      positions: {
        rows: Float64Array.of(0),
        columns: Float64Array.of(-10, 0),
        cells: Int32Array.of(0, 1, 0),
      },
      observation: null,
      unitRows: Uint32Array.of(0),
    })
    collector.add(0, new Float64Array(12).fill(1.125))
    // Column 1 of row 0, one cell.
    expect([...collector.finish().values.subarray(0, 3)]).toEqual([20, 50, 100])
  })

  test('of some units come after those of others', () => {
    const part = (...values: number[]) => ({
      values: Float64Array.from(values),
      preferredConditions: Float64Array.of(values[0] + 100),
    })
    expect(joinResponseMetrics([part(1, 2), part(3, 4)])).toEqual({
      values: Float64Array.of(1, 2, 3, 4),
      preferredConditions: Float64Array.of(101, 103),
    })
  })
})

describe('the spans of responses', () => {
  test('are the trials and the blocks, and a millisecond more', () => {
    // Presentations last a second, trials half of one: each is a block, but for the first two.
    const short = {
      ...gratingsDesign({ orientations: [0], conditions: [0, 0, 0], startTimes: [0, 1, 8] }),
      trialDuration: 0.5,
    }
    expect(responseSpans(short)).toEqual([
      { startTime: 0, stopTime: 0.501 },
      { startTime: 1, stopTime: 1.501 },
      { startTime: 8, stopTime: 8.501 },
      { startTime: 0, stopTime: 2.001 },
      { startTime: 8, stopTime: 9.001 },
    ])
  })

  test('leave out what has no times', () => {
    const unknown = gratingsDesign({ orientations: [0], startTimes: [3], stopTimes: [none] })
    expect(responseSpans(unknown)).toEqual([{ startTime: 3, stopTime: 4.001 }])
  })
})
