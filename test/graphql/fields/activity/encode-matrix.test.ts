import { expect, test } from 'vitest'
import type { CountArray } from '../../../../src/domain/counting/count-matrix.ts'
import { encodeMatrix } from '../../../../src/graphql/fields/activity/encode-matrix.ts'
import type { MatrixDtype } from '../../../../src/graphql/generated.ts'

const matrix = (counts: CountArray) => ({
  binCount: counts.length,
  unitCount: 1,
  counts,
})

test.each<[MatrixDtype, number, string, number[]]>([
  ['UINT8', 255, 'uint8', [255]],
  ['UINT16', 65_535, 'uint16', [255, 255]],
  ['UINT32', 4_294_967_295, 'uint32', [255, 255, 255, 255]],
  ['AUTO', 7, 'uint32', [7, 0, 0, 0]],
])('as %s counts up to %d are written', async (dtype, count, name, bytes) => {
  expect(await encodeMatrix(matrix(Uint32Array.of(count)), 'BASE64', dtype)).toEqual({
    dtype: name,
    shape: [1, 1],
    order: 'C',
    encoding: 'BASE64',
    bytes: Uint8Array.from(bytes),
  })
})

test.each<[MatrixDtype, number, string]>([
  ['UINT8', 256, 'uint8'],
  ['UINT16', 65_536, 'uint16'],
])('as %s a count of %d is refused, not cut', async (dtype, count, name) => {
  const counts = Uint32Array.of(0, count, 1)
  await expect(encodeMatrix(matrix(counts), 'BASE64', dtype)).rejects.toThrow(
    `The largest count is ${count}; ${name} cannot hold it.`,
  )
})

test('counts that are of the type already, or of a narrower one, are all there', async () => {
  const { bytes } = await encodeMatrix(matrix(Uint16Array.of(1, 300)), 'BASE64', 'UINT16')
  expect(bytes).toEqual(Uint8Array.of(1, 0, 44, 1))
  const wider = await encodeMatrix(matrix(Uint8Array.of(1, 200)), 'BASE64', 'UINT16')
  expect(wider.bytes).toEqual(Uint8Array.of(1, 0, 200, 0))
})
