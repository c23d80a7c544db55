import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { promised, runExample } from './run-example.ts'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The examples of a page, by the heading above each. */
const onPage = read('docs/embedding.md')
  .split(/^## /m)
  .flatMap((section) => {
    const [heading = ''] = section.split('\n')
    return [...section.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code = '']) => [heading, code])
  }) as [string, string][]

/** The examples in the documentation of what modules export. */
const inDocumentation = ['src/embedding/server.ts', 'src/embedding/reader.ts'].flatMap((file) =>
  [...read(file).matchAll(/@example\n([\s\S]*?)\*\/\n([^\n]*)/g)].map(
    ([, code = '', named = '']) => [`${file}: ${named.trim()}`, code.replace(/^ *\* ?/gm, '')],
  ),
) as [string, string][]

describe('an example of docs/embedding.md', () => {
  test('is there for each part', () => {
    expect(onPage.length).toBeGreaterThan(5)
  })

  test.each(onPage)('runs: %s', async (_heading, code) => {
    const isClosed = /\.close\(\)/.test(code)
    const printed = await runExample(code, !isClosed)
    if (promised(code) !== '') expect(printed).toBe(promised(code))
  })
})

describe('an example in the documentation', () => {
  test('is there for each function', () => {
    expect(inDocumentation.length).toBe(6)
  })

  test.each(inDocumentation)('runs: %s', async (_name, code) => {
    const printed = await runExample(code)
    if (promised(code) !== '') expect(printed).toBe(promised(code))
  })
})
