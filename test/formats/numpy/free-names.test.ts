import { expect, test } from 'vitest'
import { withFreeNames } from '../../../src/formats/numpy/labelled-npz.ts'

const array = (name: string, isDetail = false) => ({ name, dims: ['unit'], isDetail })
const namesOf = (arrays: readonly ReturnType<typeof array>[], others: readonly string[] = []) =>
  withFreeNames(arrays, others).map(({ name }) => name)

test('details that would have the name of something else get that of their dimension before it', () => {
  expect(namesOf([array('x', true), array('x')])).toEqual(['unit_x', 'x'])
  expect(namesOf([array('x', true)], ['x'])).toEqual(['unit_x'])
  expect(namesOf([array('x', true)], ['x', 'unit_x'])).toEqual(['unit_unit_x'])
  expect(namesOf([array('x', true), array('x', true)])).toEqual(['x', 'unit_x'])
  expect(namesOf([array('x', true), array('y', true)])).toEqual(['x', 'y'])
})

test('arrays that are no details keep their names', () => {
  expect(namesOf([array('x'), array('y')], ['x'])).toEqual(['x', 'y'])
})
