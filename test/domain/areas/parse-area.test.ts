import { describe, expect, test } from 'vitest'
import { areaOf, isOutsideText } from '../../../src/domain/areas/parse-area.ts'

describe('the area that a text names', () => {
  test.each([
    ['brain_region: ALM; brain_subregion: N/A; cortical_layer: 5; hemisphere: left', 'ALM'],
    ['brain_subregion: N/A; brain_region: vM1;', 'vM1'],
    ['area=CA1, layer=pyramidal', 'CA1'],
    ['area=CA1', 'CA1'],
    ['  VISp ', 'VISp'],
    ['Brain Region = "V1"; depth = 200', 'V1'],
    ['{"area": "VISp", "depth": 300}', 'VISp'],
    ["{'brain_region': 'PPC', 'depth': 300}", 'PPC'],
    ['region: RSC | hemisphere: right', 'RSC'],
    ['brain_region: N/A; area: MOs', 'MOs'],
  ])('in %s', (text, area) => {
    expect(areaOf(text)).toBe(area)
  })

  test.each([
    'VISp',
    'LGd-sh',
    'hippocampus_right',
    'CA1, CA3',
    'left: upper',
    'ML: 0.3; AP: 1.2',
    'area 3: upper',
    'a fact: here; and none there',
    '{not: JSON, nor pairs}; x',
    '{"depth": 300}',
    '{area: CA1',
  ])('is the text itself: %s', (text) => {
    expect(areaOf(text)).toBe(text)
  })

  test.each([
    '',
    ' ',
    'None',
    'nan',
    'See electrode locations',
    'brain_region: N/A; hemisphere: left',
    '{"area": null}',
  ])('is none where it says so: %s', (text) => {
    expect(areaOf(text)).toBeNull()
  })
})

test.each([
  ['', true],
  ['None', true],
  ['N/A', false],
  ['VISp', false],
])('whether "%s" says that a channel lies outside of the brain: %s', (text, isOutside) => {
  expect(isOutsideText(text)).toBe(isOutside)
})
