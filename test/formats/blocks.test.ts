import { describe, expect, test } from 'vitest'
import { inBlocks, inFullBlocks } from '../../src/formats/blocks.ts'

const lengths = (pieces: Iterable<string | Uint8Array>) =>
  Array.from(inBlocks(pieces), ({ length }) => length)

const text = (pieces: Iterable<string | Uint8Array>) =>
  Buffer.concat([...inBlocks(pieces)]).toString()

describe('inBlocks', () => {
  test('joins what is small, texts and bytes in turn', () => {
    const pieces = ['{"a":', Uint8Array.of(0x5b, 0x31), ',2]', '', '}']
    expect(lengths(pieces)).toEqual([11])
    expect(text(pieces)).toBe('{"a":[1,2]}')
  })

  test('begins a block where the one before is full', () => {
    expect(lengths(['a'.repeat(65_530), 'b'.repeat(6), 'c'])).toEqual([65_536, 1])
    expect(lengths(['a'.repeat(65_530), 'b'.repeat(7)])).toEqual([65_530, 7])
  })

  test('hands on what is larger than a block, in its place', () => {
    const large = new Uint8Array(100_000).fill(0x78)
    const blocks = [...inBlocks(['<', large, '>'])]
    expect(blocks.map(({ length }) => length)).toEqual([1, 100_000, 1])
    expect(blocks[1]).toBe(large)
    expect(text(['<', 'y'.repeat(70_000), '>'])).toBe(`<${'y'.repeat(70_000)}>`)
  })

  test('counts bytes, not characters', () => {
    const accents = 'é'.repeat(40_000)
    expect(lengths([accents, 'µ'])).toEqual([80_000, 2])
    expect(text(['é', accents, '𝄞'])).toBe(`é${accents}𝄞`)
  })

  test('gives nothing for nothing', () => {
    expect(lengths([])).toEqual([])
    expect(lengths(['', new Uint8Array(0)])).toEqual([])
  })

  test('does not touch a block that was handed on', () => {
    const [first] = inBlocks(['a'.repeat(40_000), 'b'.repeat(40_000)])
    expect(first?.every((byte) => byte === 0x61)).toBe(true)
  })
})

describe('inFullBlocks', () => {
  const blocksOf = (pieces: Iterable<Uint8Array>) =>
    Array.from(inFullBlocks(pieces, 4), (block) => [...block])

  test('fills each block, and cuts the last', () => {
    const pieces = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6, 7, 8, 9), Uint8Array.of(10)]
    expect(blocksOf(pieces)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10],
    ])
  })

  test('ends with a full block where the bytes do', () => {
    expect(blocksOf([Uint8Array.of(1, 2), Uint8Array.of(3, 4)])).toEqual([[1, 2, 3, 4]])
    expect(blocksOf([new Uint8Array(0)])).toEqual([])
  })

  test('keeps a piece that is overwritten afterwards', () => {
    const reused = new Uint8Array(3)
    const pieces = function* () {
      for (const value of [1, 2]) yield reused.fill(value)
    }
    expect(blocksOf(pieces())).toEqual([
      [1, 1, 1, 2],
      [2, 2],
    ])
  })

  test('keeps no more memory than the bytes take', () => {
    const [block] = inFullBlocks([Uint8Array.of(1)], 1 << 20)
    expect(block.buffer.byteLength).toBe(1)
  })
})
