import { describe, expect, test } from 'vitest'
import { type Verdict, verdictText } from '../../../bench/report/target.ts'

const verdict = (bound: 'atMost' | 'atLeast', measured: number | null): Verdict => ({
  what: 'a ratio',
  bound,
  limit: 0.4,
  unit: ' x',
  measured,
})

describe('a target', () => {
  test('of at most so much is met by less and by just as much', () => {
    expect(verdictText(verdict('atMost', 0.39))).toBe('met')
    expect(verdictText(verdict('atMost', 0.4))).toBe('met')
    expect(verdictText(verdict('atMost', 0.401))).toBe('**not met**')
  })

  test('of at least so much is met by more', () => {
    expect(verdictText(verdict('atLeast', 0.41))).toBe('met')
    expect(verdictText(verdict('atLeast', 0.39))).toBe('**not met**')
  })

  test('is not met where nothing could be measured', () => {
    expect(verdictText(verdict('atMost', null))).toBe('not measured')
    expect(verdictText(verdict('atMost', Number.NaN))).toBe('**not met**')
  })
})
