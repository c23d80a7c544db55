import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { encodePickle } from '../../../src/formats/numpy/pickle.ts'

test('writes protocol 4 with public names only', async () => {
  const bytes = await buffer(
    encodePickle([{ key: 'V1', arrays: [{ shape: [1], data: Uint8Array.of(5) }] }], 'uint8'),
  )
  const one = '\x8a\x08\x01\0\0\0\0\0\0\0'
  const zero = '\x8a\x08\0\0\0\0\0\0\0\0'
  expect(bytes.toString('latin1')).toBe(
    [
      '\x80\x04', // protocol 4
      '\x8c\x05numpy\x8c\x07ndarray\x93\x940', // memo 0: numpy.ndarray
      '\x8c\x05numpy\x8c\x05dtype\x93(\x8c\x03|u1tR\x940', // memo 1: numpy.dtype('|u1')
      '}', // {
      '\x8c\x02V1](', // 'V1': [
      `h\0((${zero}th\x01t\x81`, // ndarray.__new__((0,), dtype)
      `(${one}(${one}th\x01\x89`, // __setstate__((1, (1,), dtype, False,
      '\x8e\x01\0\0\0\0\0\0\0\x05tb', // b'\x05'))
      'es', // ]
      '.',
    ].join(''),
  )
})

test('hands on the cells without a copy', async () => {
  const data = Uint16Array.of(1, 2, 3)
  const buffers: ArrayBufferLike[] = []
  for await (const part of encodePickle([{ key: 'V1', arrays: [{ shape: [3], data }] }], 'uint16'))
    buffers.push(part.buffer)
  expect(buffers).toContain(data.buffer)
})

test('refuses an array of another type', async () => {
  const parts = encodePickle(
    [{ key: 'V1', arrays: [{ shape: [1], data: Uint8Array.of(5) }] }],
    'int64',
  )
  await expect(buffer(parts)).rejects.toThrow('an array of uint8 among arrays of int64')
})
