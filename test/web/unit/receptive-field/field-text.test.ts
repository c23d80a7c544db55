import { describe, expect, test } from 'vitest'
import {
  fieldText,
  hasFieldMapping,
  interpolate,
} from '../../../../web/src/unit/receptive-field/field-text.ts'

describe('a receptive field in words', () => {
  test('has its centre and its area', () => {
    expect(fieldText(1200, 12.34, -4.04)).toBe(
      'Centre at azimuth 12.3°, elevation −4° on the screen; 1,200 square degrees, by the AllenSDK’s rule.',
    )
  })

  test('says why there is none', () => {
    expect(fieldText(null, null, null)).toMatch(/^No receptive field was found: /)
  })
})

test('a session maps receptive fields by gabors, or by a stimulus of that name', () => {
  expect(hasFieldMapping(['spontaneous', 'gabors'])).toBe(true)
  expect(hasFieldMapping(['receptive_field_mapping_block'])).toBe(true)
  expect(hasFieldMapping(['flashes', 'natural_scenes'])).toBe(false)
})

test('a place between cells is found on axes in either direction', () => {
  expect(interpolate([-40, -30, -20], -25)).toBe(1.5)
  expect(interpolate([40, 30, 20], 30)).toBe(1)
  expect(interpolate([40, 30, 20], 15)).toBe(2.5)
})
