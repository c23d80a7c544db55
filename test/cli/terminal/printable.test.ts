import { expect, test } from 'vitest'
import { printable, withoutBidi } from '../../../src/cli/terminal/printable.ts'

test('shows control characters in place of sending them to the terminal', () => {
  expect(printable('a\x1b[31mred\nb\r\tc\x7f\x9bd\0')).toBe(
    'a\\u001b[31mred\\nb\\r\\tc\\u007f\\u009bd\\u0000',
  )
})

test('shows what turns the direction of writing, or ends a line without being a control character', () => {
  expect(printable('session_\u202egpj.nwb')).toBe('session_\\u202egpj.nwb')
  expect(printable('\u2066a\u2069\u200f\u061cb\u2028c\ufeff')).toBe(
    '\\u2066a\\u2069\\u200f\\u061cb\\u2028c\\ufeff',
  )
})

test('leaves JSON as it is but for those', () => {
  const line = `${JSON.stringify({ name: 'a\u202eb\n', µm: 5 })}\n`
  expect(withoutBidi(line)).toBe('{"name":"a\\u202eb\\n","µm":5}\n')
  expect(JSON.parse(withoutBidi(line))).toEqual(JSON.parse(line))
})

test('leaves every other character as it is', () => {
  expect(printable('Mus musculus 5 µm, 小鼠 \\n "x" 🐭')).toBe('Mus musculus 5 µm, 小鼠 \\n "x" 🐭')
})
