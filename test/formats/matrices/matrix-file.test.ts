import { describe, expect, test } from 'vitest'
import type { FileFormat } from '../../../src/formats/file-format.ts'
import type { LabelledMatrix } from '../../../src/formats/matrices/labelled-matrix.ts'
import { encodeMatrixFile } from '../../../src/formats/matrices/matrix-file.ts'
import { decodeNpy, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { decodeNpz } from '../../../src/formats/numpy/read-npz.ts'

/** Three bins of half a second from 10 s on, and two units. */
const labelled: LabelledMatrix = {
  matrix: { binCount: 3, unitCount: 2, counts: Uint8Array.of(0, 1, 2, 0, 0, 3) },
  unitIds: Float64Array.of(7, 5),
  labels: {
    sessionId: '42',
    fileVersion: 'f00',
    area: null,
    start: 10,
    stop: 11.5,
    binSize: 0.5,
    epoch: null,
  },
}

async function bytesOf(format: FileFormat, matrix = labelled): Promise<Buffer> {
  const file = await encodeMatrixFile(format, matrix)
  const bytes: Uint8Array[] = []
  for await (const piece of 'parts' in file ? file.parts : file.pieces) bytes.push(piece)
  return Buffer.concat(bytes)
}

describe('a matrix as a file', () => {
  test('is the counts alone as npy', async () => {
    expect(decodeNpy(await bytesOf('npy'))).toEqual({
      shape: [3, 2],
      data: Uint8Array.of(0, 1, 2, 0, 0, 3),
    })
  })

  test('has its bins, its units and what was asked as npz', async () => {
    const { xarray, ...arrays } = Object.fromEntries(decodeNpz(await bytesOf('npz')))
    expect(arrays).toEqual({
      counts: { shape: [3, 2], data: Uint8Array.of(0, 1, 2, 0, 0, 3) },
      unit_ids: vector(BigInt64Array.of(7n, 5n)),
      bin_start: vector(Float64Array.of(0, 0.5, 1)),
      bin_edges: vector(Float64Array.of(0, 0.5, 1, 1.5)),
      start: scalar(10),
      stop: scalar(11.5),
      bin_size: scalar(0.5),
      area: scalar(''),
      session_id: scalar('42'),
      file_version: scalar('f00'),
    })
    const { coords, data_vars, attrs } = JSON.parse(String(xarray?.data[0]))
    expect(data_vars).toEqual({ counts: { dims: ['bin', 'unit'], attrs: {} } })
    expect(coords).toMatchObject({
      unit_ids: { dims: ['unit'] },
      bin_start: { dims: ['bin'], attrs: { units: 's' } },
      bin_edges: { dims: ['edge'], attrs: { units: 's' } },
    })
    expect(attrs).toMatchObject({ start: 10, stop: 11.5, bin_size: 0.5, session_id: '42' })
  })

  test('has the epoch that its window is aligned to, whose number is a whole one', async () => {
    const epoch = { index: 3, stimulusName: 'gabors', block: 1, startTime: 9.5, stopTime: 20 }
    const labels = { ...labelled.labels, area: 'VISp', epoch }
    const arrays = decodeNpz(await bytesOf('npz', { ...labelled, labels }))
    expect(arrays.get('area')).toEqual(scalar('VISp'))
    expect(arrays.get('epoch_index')).toEqual({ shape: [], data: BigInt64Array.of(3n) })
    expect(arrays.get('epoch_stimulus_name')).toEqual(scalar('gabors'))
    expect(arrays.get('epoch_start_time')).toEqual(scalar(9.5))
    const { attrs } = JSON.parse(String(arrays.get('xarray')?.data[0]))
    expect(attrs).toMatchObject({ epoch_index: 3, epoch_start_time: 9.5 })
  })

  test('keeps the columns of its units, under another name where theirs is taken', async () => {
    const detail = { dims: ['unit'], shape: [2], isDetail: true }
    const unitColumns = [
      { ...detail, name: 'snr', data: Float64Array.of(1.5, 2.5) },
      { ...detail, name: 'counts', data: Float64Array.of(8, 9) },
      { ...detail, name: 'stop', data: Float64Array.of(3, 4) },
    ]
    const arrays = decodeNpz(await bytesOf('npz', { ...labelled, unitColumns }))
    expect(arrays.get('snr')).toEqual(vector(Float64Array.of(1.5, 2.5)))
    expect(arrays.get('counts')?.shape).toEqual([3, 2])
    expect(arrays.get('unit_counts')).toEqual(vector(Float64Array.of(8, 9)))
    expect(arrays.get('stop')).toEqual(scalar(11.5))
    expect(arrays.get('unit_stop')).toEqual(vector(Float64Array.of(3, 4)))
  })

  test('is rows of what is not 0 as csr, as scipy writes them', async () => {
    const arrays = Object.fromEntries(decodeNpz(await bytesOf('csr')))
    const numbers = (name: string) => Array.from(arrays[name]?.data as Uint8Array, Number)
    expect(numbers('data')).toEqual([1, 2, 3])
    expect(numbers('indices')).toEqual([1, 0, 1])
    expect(numbers('indptr')).toEqual([0, 1, 2, 3])
    expect(arrays).toMatchObject({
      shape: vector(BigInt64Array.of(3n, 2n)),
      format: scalar('csr'),
      unit_ids: vector(BigInt64Array.of(7n, 5n)),
    })
  })

  test('is lines as CSV, and columns as Arrow', async () => {
    expect((await bytesOf('csv')).toString()).toBe('bin_start,7,5\n10,0,1\n10.5,2,0\n11,0,3\n')
    expect((await bytesOf('arrow')).subarray(0, 6).toString()).toBe('ARROW1')
  })

  test('is not written in a format of tables', async () => {
    await expect(bytesOf('parquet')).rejects.toThrow('A matrix is not written as parquet.')
  })
})
