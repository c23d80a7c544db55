import { expect, test } from 'vitest'
import { ModulationIndex } from '../../../../src/domain/analyses/responses/grating-modulation.ts'
import {
  type MetricRule,
  metricRules,
} from '../../../../src/domain/analyses/responses/metric-rules.ts'
import { UnitResponses } from '../../../../src/domain/analyses/responses/unit-responses.ts'
import { gratingsDesign } from './gratings-design.ts'

const context = (rule: MetricRule) => ({
  rule,
  speeds: null,
  firingRate: 1,
  edges: Float64Array.of(0, 1),
  modulationIndex: new ModulationIndex(),
  field: { azimuth: Number.NaN, elevation: Number.NaN, area: Number.NaN },
})

/** One presentation of a second for each condition, and so many spikes in each. */
function responses(orientations: readonly number[], spikes: readonly number[]): UnitResponses {
  const times = spikes.flatMap((count, start) => new Array<number>(count).fill(start + 0.5))
  return new UnitResponses(gratingsDesign({ orientations }), Float64Array.from(times), () => true)
}

test('the time of the peak is not that of spikes after presentations without any', () => {
  // Each lasts half a second, and a trial a whole one.
  const design = gratingsDesign({ orientations: [0], stopTimes: [0.5] })
  const unit = new UnitResponses(design, Float64Array.of(0.75), () => true)
  const edges = Float64Array.of(0, 0.5, 1)
  expect(metricRules.timeToPeak(unit, { ...context('corrected'), edges })).toBeNaN()
  expect(metricRules.timeToPeak(unit, { ...context('allenSdk'), edges })).toBe(0.75)
})

test.each(['allenSdk', 'corrected'] as const)(
  'orientations that one condition each shows are compared: %s',
  (rule) => {
    const unit = responses([0, 90], [4, 2])
    expect(metricRules.gOsi(unit, context(rule))).toBeCloseTo(1 / 3, 12)
    expect(metricRules.osi(unit, context(rule))).toBeCloseTo(1 / 3, 12)
  },
)

test('orientations that several conditions show are averaged, but by the AllenSDK', () => {
  // Means of 3 and 1 spikes.
  const unit = responses([0, 90, 0, 90], [4, 2, 2, 0])
  expect(metricRules.gOsi(unit, context('corrected'))).toBeCloseTo(0.5, 12)
  expect(metricRules.gOsi(unit, context('allenSdk'))).toBeNaN()
})
