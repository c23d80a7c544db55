import { expect, test } from 'vitest'
import { BoundedLabels } from '../../../src/http/metrics/bounded-labels.ts'

test('labels beyond the first so many are all one', () => {
  const labels = new BoundedLabels(2)
  expect(['A', 'B', 'C', 'A', 'D', 'B'].map((text) => labels.labelOf(text))).toEqual([
    'A',
    'B',
    'other',
    'A',
    'other',
    'B',
  ])
})

test('a hundred labels are kept where nothing else is said', () => {
  const labels = new BoundedLabels()
  const texts = Array.from({ length: 101 }, (_, i) => `q${i}`)
  expect(texts.map((text) => labels.labelOf(text))).toEqual([...texts.slice(0, 100), 'other'])
})
