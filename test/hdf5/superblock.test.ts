import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { checkSuperblock } from '../../src/hdf5/superblock.ts'
import { text, u64 } from './header-bytes.ts'

const signature = [0x89, ...text('HDF\r\n'), 0x1a, 0x0a]

/** A superblock whose end of file and root group are where its version has them. */
function superblock(version: number, end: number, root = 1234, marks = 0): number[] {
  const bytes = new Array(96).fill(0)
  const put = (at: number, values: readonly number[]) => {
    for (const [i, value] of values.entries()) bytes[at + i] = value
  }
  put(0, [...signature, version])
  put(version < 2 ? 13 : 9, [8, 8])
  if (version >= 2) bytes[11] = marks
  const [endAt, rootAt] = [
    [40, 64],
    [44, 68],
    [28, 36],
    [28, 36],
  ][version] as [number, number]
  put(endAt, u64(end))
  put(rootAt, u64(root))
  return bytes
}

const check = (bytes: readonly number[], name = 'file.nwb') =>
  checkSuperblock(new MemoryBytes(name, Uint8Array.from(bytes)))
const codeOf = (bytes: readonly number[]) => {
  try {
    check(bytes)
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}
const blank = (count: number) => new Array(count).fill(0)

describe('a superblock', () => {
  test.each([0, 1, 2, 3])('of version %i tells widths and root', (version) => {
    expect(check(superblock(version, 96))).toEqual({
      base: 0,
      offsetSize: 8,
      lengthSize: 8,
      root: 1234,
    })
  })

  test.each([512, 1024, 2048])('stands behind a user block of %i bytes, too', (at) => {
    const bytes = [...blank(at), ...superblock(2, at + 96)]
    expect(check(bytes)).toMatchObject({ base: at, root: 1234 })
  })

  test.each([8, 256, 1536])('does not stand at %i', (at) => {
    expect(codeOf([...blank(at), ...superblock(2, 96), ...blank(99)])).toBe('NOT_HDF5')
  })

  test('needs every byte of its signature', () => {
    for (let i = 0; i < signature.length; i++) {
      const bytes = superblock(2, 96)
      bytes[i] ^= 1
      expect(codeOf(bytes)).toBe('NOT_HDF5')
    }
    expect(codeOf(signature.slice(0, 7))).toBe('NOT_HDF5')
    expect(codeOf([])).toBe('NOT_HDF5')
  })

  test.each([0, 1, 2, 3])('of version %i tells how long the file should be', (version) => {
    expect(codeOf(superblock(version, 97))).toBe('FILE_TRUNCATED')
    expect(() => check(superblock(version, 97))).toThrow('96 of 97 bytes are there')
    expect(codeOf(superblock(version, 95))).toBe('none')
  })

  test.each([
    [2, 1, 'none'],
    [3, 1, 'FILE_BEING_WRITTEN'],
    [3, 4, 'FILE_BEING_WRITTEN'],
    [3, 5, 'FILE_BEING_WRITTEN'],
    [3, 2, 'none'],
  ])('of version %i with the marks %i: %s', (version, marks, code) => {
    expect(codeOf(superblock(version, 96, 1234, marks))).toBe(code)
  })

  test('has neither end nor root here where addresses have other widths', () => {
    const bytes = superblock(2, 1000)
    bytes[9] = 4
    expect(check(bytes)).toEqual({ base: 0, offsetSize: 4, lengthSize: 8, root: null })
  })

  test('may be cut off', () => {
    expect(check(superblock(2, 96).slice(0, 35))).toMatchObject({ root: null })
    expect(check(superblock(2, 43).slice(0, 43))).toMatchObject({ root: null })
    expect(check(superblock(2, 44).slice(0, 44))).toMatchObject({ root: 1234 })
  })

  test('says how long the file should be in its last byte that counts', () => {
    expect(codeOf(superblock(2, 43).slice(0, 35))).toBe('none')
    expect(codeOf(superblock(2, 43).slice(0, 36))).toBe('FILE_TRUNCATED')
  })

  test('may be cut off behind a user block, too', () => {
    const bytes = [...blank(512), ...superblock(2, 556).slice(0, 44)]
    expect(check(bytes)).toMatchObject({ base: 512, root: 1234 })
  })

  test.each([0, 1])(
    'of version %i has the width of addresses before that of lengths',
    (version) => {
      const bytes = superblock(version, 1000)
      bytes[13] = 4
      expect(check(bytes)).toEqual({ base: 0, offsetSize: 4, lengthSize: 8, root: null })
    },
  )

  test('of a version that is not known has no root', () => {
    const bytes = superblock(3, 96)
    bytes[8] = 4
    expect(check(bytes)).toMatchObject({ offsetSize: 8, root: null })
  })
})
