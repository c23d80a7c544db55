import { describe, expect, test } from 'vitest'
import { bytesOfPage, valuePage } from '../../../web/src/file/value-pages.ts'

const block = (lengths: number[], page: number) => {
  const { start, shape } = valuePage(lengths, page)
  return { start, shape }
}

describe('pages of a dataset', () => {
  test('are one for a single element, and for none', () => {
    expect(valuePage([], 1)).toEqual({ page: 1, pageCount: 1, start: [], shape: [] })
    expect(valuePage([0], 1)).toEqual({ page: 1, pageCount: 1, start: [0], shape: [0] })
    expect(valuePage([0, 3], 1)).toMatchObject({ pageCount: 1, shape: [0, 3] })
    expect(valuePage([3, 0], 1)).toMatchObject({ pageCount: 1, shape: [3, 0] })
  })

  test('have a hundred entries of a list', () => {
    expect(valuePage([250], 3)).toEqual({ page: 3, pageCount: 3, start: [200], shape: [50] })
    expect(valuePage([250], 99).page).toBe(3)
  })

  test('have a hundred rows and twenty columns of a matrix, columns first', () => {
    expect(valuePage([250, 45], 1).pageCount).toBe(9)
    expect(block([250, 45], 1)).toEqual({ start: [0, 0], shape: [100, 20] })
    expect(block([250, 45], 3)).toEqual({ start: [0, 40], shape: [100, 5] })
    expect(block([250, 45], 4)).toEqual({ start: [100, 0], shape: [100, 20] })
  })

  test('go through further dimensions one index after the other', () => {
    expect(valuePage([2, 3, 4, 5], 1).pageCount).toBe(6)
    expect(block([2, 3, 4, 5], 1)).toEqual({ start: [0, 0, 0, 0], shape: [1, 1, 4, 5] })
    expect(block([2, 3, 4, 5], 5)).toEqual({ start: [1, 1, 0, 0], shape: [1, 1, 4, 5] })
  })
})

describe('bytes that a page takes', () => {
  const page = valuePage([250], 2)

  test('are its share of a dataset in one piece', () => {
    const storage = { chunkShape: null, storedBytes: 2000, chunkCount: null }
    expect(bytesOfPage([250], page, storage)).toBe(800)
  })

  test('are those of the chunks that it lies in', () => {
    const storage = { chunkShape: [30], storedBytes: 900, chunkCount: 9 }
    // Entries 100 to 199 lie in the chunks 3 to 6.
    expect(bytesOfPage([250], page, storage)).toBe(400)
  })

  test('are not known where the file does not say', () => {
    expect(
      bytesOfPage([250], page, { chunkShape: null, storedBytes: null, chunkCount: null }),
    ).toBeNull()
  })
})
