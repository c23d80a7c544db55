import { describe, expect, test } from 'vitest'
import { INVALID, SPONTANEOUS } from '../../../web/src/app/defaults.ts'
import {
  stimulusClasses,
  stimulusText,
} from '../../../web/src/components/stimuli/stimulus-colors.ts'
import { amount, bytes, dateTime, duration } from '../../../web/src/components/texts/amounts.ts'
import { subjectText } from '../../../web/src/components/texts/subject-text.ts'

describe('amounts', () => {
  test('are written with their noun', () => {
    expect(amount(1, 'unit')).toBe('1 unit')
    expect(amount(1234, 'unit')).toBe('1,234 units')
    expect(amount(0, 'entry', 'entries')).toBe('0 entries')
  })

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [18_927_264, '18.9 MB'],
    [999_960_000, '1.0 GB'],
    [123_456_789, '123 MB'],
  ])('of %d bytes are %s', (number, text) => {
    expect(bytes(number)).toBe(text)
  })

  test.each([
    [0.25, '0.25 s'],
    [9.999, '10.0 s'],
    [59.97, '1 min'],
    [121.6, '2 min 2 s'],
    [3600, '1 h'],
    [7501, '2 h 5 min'],
  ])('of %d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text)
  })

  test("dates are on the recording's own clock", () => {
    expect(dateTime('2019-01-14T23:59:35-08:00')).toBe('14 January 2019, 23:59')
    expect(dateTime('in winter')).toBe('in winter')
  })
})

test('a subject is told as far as it is known', () => {
  const unknown = { species: null, sex: null, ageInDays: null }
  expect(subjectText({ ...unknown, species: 'Mus musculus', sex: 'F', ageInDays: 124 })).toBe(
    'Mus musculus, female, 124 days old',
  )
  expect(subjectText({ ...unknown, sex: 'U', age: 'P49Y' })).toBe('49 years old')
  expect(subjectText({ ...unknown, age: 'P1Y2M' })).toBe('P1Y2M old')
  expect(subjectText(unknown)).toBeNull()
})

test('stimuli have a hue each, in order of appearance; what is none has a look of its own', () => {
  const names = [SPONTANEOUS, 'gabors', INVALID, 'flashes', 'gabors', ...'abcdefg']
  expect([...stimulusClasses(names)].map(([, className]) => className)).toEqual([
    'stimulus-spontaneous',
    'stimulus-1',
    'stimulus-invalid',
    'stimulus-2',
    'stimulus-3',
    'stimulus-4',
    'stimulus-5',
    'stimulus-6',
    'stimulus-7',
    'stimulus-8',
    'stimulus-1',
  ])
  expect(stimulusText('drifting_gratings')).toBe('drifting gratings')
})
