import { expect, test } from 'vitest'
import { fieldPositions } from '../../../../src/domain/analyses/receptive-fields/field-positions.ts'
import type { StimulusConditions } from '../../../../src/domain/stimuli/conditions.ts'
import type { ParameterValue } from '../../../../src/domain/stimuli/stimulus-parameters.ts'

const columnOf = (name: string, values: readonly (ParameterValue | null)[]) => ({
  name,
  values: values.map((value) => value ?? 'N/A'),
  codes: Int32Array.from(values, (value, code) => (value === null ? -1 : code)),
})

/** A condition at each position; presentation 0 is masked, the others show one each, in order. */
const conditionsAt = (
  xs: readonly (ParameterValue | null)[],
  ys: readonly (ParameterValue | null)[],
): StimulusConditions => ({
  count: xs.length,
  ofPresentations: Int32Array.of(-1, ...xs.keys()),
  stimulusNames: xs.map(() => 'gabors'),
  presentationCounts: new Int32Array(xs.length).fill(1),
  parameters: {
    count: xs.length,
    columns: [columnOf('x_position', xs), columnOf('y_position', ys)],
  },
  trialParameters: { count: xs.length + 1, columns: [] },
})

test('rows go from the top down, columns from left to right, each position once', () => {
  const conditions = conditionsAt([10, -10, 0, 10], [20, -20, 20, -20])
  expect(fieldPositions(conditions, Int32Array.of(1, 2, 3, 4, 2))).toEqual({
    rows: Float64Array.of(20, -20),
    columns: Float64Array.of(-10, 0, 10),
    cells: Int32Array.of(2, 3, 1, 5, 3),
  })
})

test('a presentation without a whole position is in no cell, and makes none', () => {
  const conditions = conditionsAt([0, 30, null, 10, [50]], [20, null, 40, 20, 60])
  expect(fieldPositions(conditions, Int32Array.of(0, 1, 2, 3, 4, 5))).toEqual({
    rows: Float64Array.of(20),
    columns: Float64Array.of(0, 10),
    cells: Int32Array.of(-1, 0, -1, -1, 1, -1),
  })
})

test('a presentation whose x is known to others, but whose y is not, is in no cell', () => {
  const conditions = conditionsAt([0, 0, null], [20, null, 20])
  expect(fieldPositions(conditions, Int32Array.of(1, 2, 3)).cells).toEqual(Int32Array.of(0, -1, -1))
})

test('a session without positions has none', () => {
  const { parameters, ...others } = conditionsAt([0], [0])
  const withoutY = { ...parameters, columns: parameters.columns.slice(0, 1) }
  expect(() => fieldPositions({ ...others, parameters: withoutY }, Int32Array.of(1))).toThrow(
    'No stimulus parameter "y_position" in this session. Available: x_position.',
  )
})
