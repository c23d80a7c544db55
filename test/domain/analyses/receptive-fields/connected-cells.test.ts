import { expect, test } from 'vitest'
import { labelConnected } from '../../../../src/domain/analyses/receptive-fields/connected-cells.ts'

const label = (...rows: string[]) => {
  const cells = rows.join('')
  return [
    ...labelConnected(
      [...cells].map((cell) => cell === 'x'),
      rows[0]?.length ?? 0,
    ),
  ].join('')
}

test('parts hang together by sides, not by corners, and count from their first cell', () => {
  expect(label('x.xx', 'x..x', '.xx.')).toBe('1022' + '1002' + '0330')
})

test('a part that bends around another is one', () => {
  expect(label('xxx', 'x.x', 'x.x')).toBe('111' + '101' + '101')
  expect(label('x.x', 'x.x', 'xxx')).toBe('101' + '101' + '111')
})

test('a part goes on to the left', () => {
  expect(label('.x', 'xx')).toBe('01' + '11')
  expect(label('..x', 'xxx', 'x..')).toBe('001' + '111' + '100')
})

test('the end of a row does not touch the beginning of the next', () => {
  expect(label('..x', 'x..')).toBe('001' + '200')
})

test('nothing is in no part', () => {
  expect(label('..', '..')).toBe('0000')
})
