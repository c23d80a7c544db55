import { describe, expect, test } from 'vitest'
import { reference } from '../../../src/nwb-writing/hdf5-bytes/hdf5-values.ts'
import { Hdf5Writer } from '../../../src/nwb-writing/hdf5-bytes/hdf5-writer.ts'
import { WrittenFile } from '../../sample/read-back.ts'

describe('Hdf5Writer', () => {
  test('writes booleans as the enum that h5py reads as bool', async () => {
    const writer = await Hdf5Writer.open()
    writer.group('/probe', { has_lfp_data: true, is_broken: false })
    writer.dataset('/valid', { kind: 'booleans', values: Int8Array.of(1, 0, 1) })
    const file = await WrittenFile.ofBytes(writer.finish().bytes)

    expect(file.dataset('/valid').metadata.enum_type?.members).toEqual({ FALSE: 0, TRUE: 1 })
    expect(file.numbers('/valid')).toEqual([1, 0, 1])
    expect(file.attribute('/probe', 'has_lfp_data')).toBe(1)
    expect(file.attribute('/probe', 'is_broken')).toBe(0)
  })

  test('leaves a place for streamed values behind everything else', async () => {
    const writer = await Hdf5Writer.open()
    writer.dataset('/times', { kind: 'streamed', shape: [3] })
    writer.dataset('/matrix', { kind: 'streamed', shape: [2, 2] })
    const { bytes, streamed } = writer.finish()
    const [times, matrix] = streamed
    expect(streamed.map(({ path, byteLength }) => [path, byteLength])).toEqual([
      ['/times', 24],
      ['/matrix', 32],
    ])
    expect(times.start).toBeGreaterThanOrEqual(bytes.byteLength)
    expect(matrix.start).toBe(times.start + 24)

    const whole = new Uint8Array(matrix.start + 32)
    whole.set(bytes)
    whole.set(new Uint8Array(Float64Array.of(0.5, 1.5, 2.5).buffer), times.start)
    whole.set(new Uint8Array(Float64Array.of(1, 2, 3, 4).buffer), matrix.start)
    const file = await WrittenFile.ofBytes(whole)
    expect(file.numbers('/times')).toEqual([0.5, 1.5, 2.5])
    expect(file.numbers('/matrix')).toEqual([1, 2, 3, 4])
    expect(file.dataset('/matrix').shape).toEqual([2, 2])
  })

  test('writes strings of every kind, and references', async () => {
    const writer = await Hdf5Writer.open()
    writer.dataset('/names', ['', 'probeA', 'µm'], { colnames: ['a', 'b'] })
    writer.dataset('/one', 'text', { target: reference('/names') })
    const file = await WrittenFile.ofBytes(writer.finish().bytes)
    expect(file.strings('/names')).toEqual(['', 'probeA', 'µm'])
    expect(file.attribute('/names', 'colnames')).toEqual(['a', 'b'])
    expect(file.dataset('/one').value).toBe('text')
  })

  test('refuses what HDF5 would write as nonsense', async () => {
    const writer = await Hdf5Writer.open()
    expect(() => writer.group('/a/b')).toThrow('/a/b has no parent /a')
    expect(() => writer.attributes('/', { target: reference('/units') })).toThrow(
      'nothing was written at /units yet',
    )
    writer.group('/a')
    expect(() => writer.group('/a')).toThrow('/a is there already')
  })
})
