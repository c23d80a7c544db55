import { expect, test } from 'vitest'
import type { ByteSource } from '../../src/byte-sources/byte-source.ts'

/** Longer than two megabytes, and not by a whole number of pages. */
export const content = Uint8Array.from({ length: 2_500_003 }, (_, i) => (i * i + (i >> 8)) & 255)

/** What every source of bytes does. */
export function testByteSource(open: () => ByteSource): void {
  const readMany = (source: ByteSource, places: readonly (readonly [number, number])[]) => {
    const reads = places.map(([position, length]) => ({
      position,
      target: new Uint8Array(length).fill(9),
    }))
    source.readMany(reads)
    return reads.map(({ target }) => target)
  }
  const parts = (places: readonly (readonly [number, number])[]) =>
    places.map(([position, length]) => content.slice(position, position + length))

  test('knows its name and size', () => {
    const source = open()
    expect([source.name, source.size]).toEqual(['content.bin', 2_500_003])
    source.close()
  })

  test('fills a target from any position', () => {
    const source = open()
    for (const [position, length] of [
      [0, 1],
      [4095, 2],
      [1_000_001, 70_000],
      [2_500_002, 1],
      [0, 2_500_003],
      [17, 0],
    ] as const) {
      const target = new Uint8Array(length)
      source.read(target, position)
      expect(Buffer.compare(target, content.subarray(position, position + length))).toBe(0)
    }
    source.close()
  })

  test('fills several targets, in any order, that may overlap', () => {
    const source = open()
    const places = [
      [2_000_000, 5000],
      [10, 100],
      [50, 10],
      [0, 200_000],
      [199_990, 20],
      [2_500_000, 3],
      [5, 0],
    ] as const
    for (const [i, bytes] of readMany(source, places).entries()) {
      expect(Buffer.compare(bytes, parts(places)[i] as Uint8Array)).toBe(0)
    }
    expect(readMany(source, [])).toEqual([])
    source.close()
  })

  test('fails where it ends', () => {
    const source = open()
    const target = new Uint8Array(4)
    expect(() => source.read(target, 2_500_000)).toThrow(/truncated/)
    expect(() => readMany(source, [[2_500_001, 8]])).toThrow(/truncated/)
    source.close()
  })
}
