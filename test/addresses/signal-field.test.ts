import { expect, test } from 'vitest'
import { RequestFields } from '../../src/addresses/address-field.ts'
import { writeFields } from '../../src/addresses/address-fields.ts'
import { readSignal, signalField, writeSignal } from '../../src/addresses/signal-field.ts'
import { tuningAxesField } from '../../src/addresses/tuning-axes-field.ts'

test.each([
  ['runningSpeed', { name: 'runningSpeed' }],
  ['/a', { path: '/a', column: 0 }],
  ['/a;column=2', { path: '/a', column: 2 }],
  ['/a%20%3Bb;column=1', { path: '/a ;b', column: 1 }],
] as const)('%s is a signal', (text, signal) => {
  expect(writeSignal(signal)).toBe(text)
  expect(readSignal(text, 'of')).toEqual(signal)
})

test.each([
  ['/a;columns=1', 'of is "/a;columns=1"; it must be a signal'],
  ['/a;column=1;column=2', 'of is "/a;column=1;column=2"; it must be a signal'],
  ['/a;column=', 'of column is ""; it must be a number'],
  ['/%', '"/%" is not a valid URL encoding of a path'],
])('%s is not', (text, message) => {
  expect(() => readSignal(text, 'of')).toThrow(message)
})

test('a signal is a field of an address', () => {
  const request = new RequestFields({ of: signalField })
  const written = writeFields(request.write({ of: { path: '/a', column: 1 } }))
  expect(decodeURIComponent(written)).toBe('of=/a;column=1')
  expect(request.read(written)).toEqual({ of: { path: '/a', column: 1 } })
  expect(() => request.read('')).toThrow('"" is not a signal')
})

test('axes are signals with the edges of their bins, by number', () => {
  const request = new RequestFields({ axes: tuningAxesField })
  const axes = [
    { signal: { name: 'runningSpeed' }, edges: [0, 0.1, 10] },
    { signal: { path: '/a', column: 1 }, edges: [-1, 1] },
  ] as const
  const written = writeFields(request.write({ axes }))
  expect(decodeURIComponent(written)).toBe(
    'axis1=runningSpeed&axis1.edges=0,0.1,10&axis2=/a;column=1&axis2.edges=-1,1',
  )
  expect(request.read(written)).toEqual({ axes })
  expect(request.read('axis1=gazeX')).toEqual({ axes: [{ signal: { name: 'gazeX' }, edges: [] }] })
  expect(() => request.read('axis2=gazeX')).toThrow('unknown field "axis2"')
})
