import { describe, expect, test } from 'vitest'
import { piecesOf, SelfWritten, stringifyMarked } from '../../src/graphql/response-text.ts'

const written = (...pieces: string[]) =>
  new SelfWritten(
    new TextEncoder().encode(pieces.join('')),
    [pieces.length],
    () => JSON.parse(pieces.join('')),
    () => pieces,
  )

/** The text that is sent for a marked one. */
const sent = (marked: string): string => [...(piecesOf(marked) ?? [marked])].join('')

describe('the text of an answer', () => {
  test('has the pieces of each value in its place', () => {
    const response = {
      data: { a: written('[', '1', ']'), b: [written('[[2]]'), 'x', written('[1]')] },
    }
    expect(sent(stringifyMarked(response))).toBe('{"data":{"a":[1],"b":[[[2]],"x",[1]]}}')
  })

  test('is whole without such values', () => {
    const text = stringifyMarked({ data: { a: '"x"', b: [1, null] } })
    expect(text).toBe('{"data":{"a":"\\"x\\"","b":[1,null]}}')
    expect(piecesOf(text)).toBeNull()
  })

  test('does not take a string of the answer for a mark, not even the mark of another answer', () => {
    const marked = stringifyMarked(written('[0]'))
    expect(marked).toMatch(/^"[\da-f]{32}"$/)
    const forged = JSON.parse(marked)
    const text = sent(stringifyMarked({ forged, counts: written('[[1]]') }))
    expect(JSON.parse(text)).toEqual({ forged, counts: [[1]] })
  })

  test('does not mix answers that are sent at the same time', () => {
    const marked = ['[1]', '[2]', '[3]'].map((value) => stringifyMarked({ value: written(value) }))
    expect(marked.reverse().map(sent)).toEqual(['{"value":[3]}', '{"value":[2]}', '{"value":[1]}'])
  })

  test('is sent once, and forgotten', () => {
    const marked = stringifyMarked(written('[0]'))
    expect(sent(marked)).toBe('[0]')
    expect(piecesOf(marked)).toBeNull()
  })

  test('gives plain lists to whoever stringifies otherwise, also behind an answer that failed', () => {
    const failing = {
      toJSON() {
        throw new Error('no JSON')
      },
    }
    expect(() => stringifyMarked({ counts: written('[[1,2]]'), failing })).toThrow('no JSON')
    expect(JSON.stringify({ counts: written('[[1,2]]') })).toBe('{"counts":[[1,2]]}')
  })
})

describe('the digest of an answer', () => {
  const digestOf = (response: unknown) => piecesOf(stringifyMarked(response))?.digest()

  test('is that of equal answers, whatever their marks', () => {
    expect(digestOf({ a: written('[1]') })).toBe(digestOf({ a: written('[1]') }))
  })

  test('is another for other values, other places and other shapes', () => {
    const shaped = (...shape: number[]) =>
      new SelfWritten(
        Uint8Array.of(1, 2),
        shape,
        () => [],
        () => ['[]'],
      )
    const digests = [
      { a: written('[1]') },
      { a: written('[2]') },
      { b: written('[1]') },
      { a: shaped(1, 2) },
      { a: shaped(2, 1) },
    ].map(digestOf)
    expect(new Set(digests).size).toBe(5)
  })
})
