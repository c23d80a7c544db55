import { describe, expect, test } from 'vitest'
import { SelfWritten, stringifyAnswer } from '../../src/graphql/json-splice.ts'

const written = (text: string) =>
  new SelfWritten(
    () => JSON.parse(text),
    () => text,
  )

describe('stringifyAnswer', () => {
  test('puts each text in its place', async () => {
    const answer = { data: { a: written('[1]'), b: [written('[[2]]'), 'x', written('[1]')] } }
    expect(await stringifyAnswer(answer)).toBe('{"data":{"a":[1],"b":[[[2]],"x",[1]]}}')
  })

  test('leaves an answer without such values as it is', async () => {
    expect(await stringifyAnswer({ data: { a: '"x"', b: [1, null] } })).toBe(
      '{"data":{"a":"\\"x\\"","b":[1,null]}}',
    )
  })

  test('does not take a string of the answer for a mark, whatever it looks like', async () => {
    // The mark of one answer, learned by a client, put into the next.
    let mark = ''
    const spy = new SelfWritten(
      () => null,
      () => '[0]',
    )
    const original = String.prototype.split
    String.prototype.split = function (this: string, ...args: never[]) {
      mark = String(args[0])
      return Reflect.apply(original, this, args)
    } as typeof original
    await stringifyAnswer({ spy })
    String.prototype.split = original
    expect(mark).toMatch(/^"[\da-f]{32}"$/)

    const forged = mark.slice(1, -1)
    const text = await stringifyAnswer({ forged, counts: written('[[1]]') })
    expect(JSON.parse(text)).toEqual({ forged, counts: [[1]] })
  })

  test('gives plain lists to whoever stringifies otherwise', () => {
    expect(JSON.stringify({ counts: written('[[1,2]]') })).toBe('{"counts":[[1,2]]}')
  })

  test('says so when the text is longer than a string can be', async () => {
    const half = 'x'.repeat(2 ** 28)
    const answer = {
      data: [0, 1, 2].map(
        () =>
          new SelfWritten(
            () => null,
            () => half,
          ),
      ),
    }
    expect(JSON.parse(await stringifyAnswer(answer))).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_CELLS' } }],
    })
  })

  test('a fault while a value is written does not hold up the next answer', async () => {
    const faulty = new SelfWritten(
      () => null,
      () => {
        throw new Error('no')
      },
    )
    await expect(stringifyAnswer({ faulty })).rejects.toThrow('no')
    expect(JSON.stringify(written('[1]'))).toBe('[1]')
  })
})
