import { describe, expect, test } from 'vitest'
import { AnswerText, SelfWritten } from '../../src/graphql/answer-text.ts'

const written = (...pieces: string[]) =>
  new SelfWritten(
    () => JSON.parse(pieces.join('')),
    () => pieces,
  )

/** The marked JSON of an answer, and what it becomes. */
async function send(answer: unknown): Promise<{ marked: string; sent: string; isWhole: boolean }> {
  const text = new AnswerText()
  const marked = await text.collect(async () => JSON.stringify(answer))
  const sent = text.isWhole ? marked : [...text.pieces(marked)].join('')
  return { marked, sent, isWhole: text.isWhole }
}

describe('AnswerText', () => {
  test('puts the pieces of each value in its place', async () => {
    const answer = {
      data: { a: written('[', '1', ']'), b: [written('[[2]]'), 'x', written('[1]')] },
    }
    expect((await send(answer)).sent).toBe('{"data":{"a":[1],"b":[[[2]],"x",[1]]}}')
  })

  test('leaves an answer without such values whole', async () => {
    expect(await send({ data: { a: '"x"', b: [1, null] } })).toMatchObject({
      isWhole: true,
      sent: '{"data":{"a":"\\"x\\"","b":[1,null]}}',
    })
  })

  test('does not take a string of the answer for a mark, not even the mark of another answer', async () => {
    const { marked } = await send(written('[0]'))
    expect(marked).toMatch(/^"[\da-f]{32}"$/)
    const forged = JSON.parse(marked)
    const { sent } = await send({ forged, counts: written('[[1]]') })
    expect(JSON.parse(sent)).toEqual({ forged, counts: [[1]] })
  })

  test('does not mix answers that are made at the same time', async () => {
    const slow = async (value: SelfWritten, delay: number) => {
      const text = new AnswerText()
      const marked = await text.collect(async () => {
        await new Promise((resolve) => setTimeout(resolve, delay))
        return JSON.stringify({ value })
      })
      return [...text.pieces(marked)].join('')
    }
    expect(
      await Promise.all([
        slow(written('[1]'), 5),
        slow(written('[2]'), 1),
        slow(written('[3]'), 3),
      ]),
    ).toEqual(['{"value":[1]}', '{"value":[2]}', '{"value":[3]}'])
  })

  test('gives plain lists to whoever stringifies otherwise', () => {
    expect(JSON.stringify({ counts: written('[[1,2]]') })).toBe('{"counts":[[1,2]]}')
  })
})
