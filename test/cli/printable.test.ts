import { expect, test } from 'vitest'
import { printable } from '../../src/cli/printable.ts'

test('shows control characters in place of sending them to the terminal', () => {
  expect(printable('a\x1b[31mred\nb\r\tc\x7f\x9bd\0')).toBe(
    'a\\u001b[31mred\\nb\\r\\tc\\u007f\\u009bd\\u0000',
  )
})

test('leaves every other character as it is', () => {
  expect(printable('Mus musculus 5 µm, 小鼠 \\n "x" 🐭')).toBe('Mus musculus 5 µm, 小鼠 \\n "x" 🐭')
})
