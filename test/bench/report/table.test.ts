import { expect, test } from 'vitest'
import { markdown } from '../../../bench/report/table.ts'
import { ratioText, threeDigits } from '../../../bench/report/texts.ts'

test('a table is Markdown with aligned columns, numbers to the right', () => {
  const table = {
    headings: ['', 'ms'],
    rows: [
      ['baseline', '171'],
      ['base64', '23.4'],
    ],
  }
  expect(markdown(table)).toBe(
    [
      '|          |   ms |',
      '| -------- | ---: |',
      '| baseline |  171 |',
      '| base64   | 23.4 |',
    ].join('\n'),
  )
})

test('numbers have the three digits that count', () => {
  expect([1234.5, 123.4, 12.34, 1.234, 0.1234, 0.01234, 0].map(threeDigits)).toEqual([
    '1235',
    '123',
    '12.3',
    '1.23',
    '0.123',
    '0.0123',
    '0',
  ])
})

test('a ratio that is not there leaves its place empty', () => {
  expect([ratioText(0.25), ratioText(null)]).toEqual(['0.250 x', ''])
})
