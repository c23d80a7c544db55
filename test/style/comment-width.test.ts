import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { wideComments } from './wide-comments.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const generated = /^(src\/graphql\/generated\.ts|src\/client\/documents\.ts|web\/src\/gql\/)/

/** Paths of source files, from the root of the project. */
function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|m?js|css|py)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !generated.test(path) && !path.includes('node_modules'))
}

describe('comments', () => {
  test.each(['src', 'web/src', 'test', 'bench'])('in %s are at most 100 columns wide', (folder) => {
    const files = sourceFiles(folder)
    expect(files.length).toBeGreaterThan(10)
    const wide = files.flatMap((path) =>
      wideComments(readFileSync(join(root, path), 'utf8')).map((line) => `${path}:${line}`),
    )
    expect(wide).toEqual([])
  })
})

describe('wideComments', () => {
  const words = 'word '.repeat(20)

  test.each([
    `// ${words}`,
    `  /** ${words}*/`,
    ` * ${words}`,
    `# ${words}`,
    `{/* ${words}*/}`,
    `count += 1 // ${words}`,
  ])('finds %s', (line) => {
    expect(wideComments(`const a = 1\n${line}\n`)).toEqual([2])
  })

  test('counts columns, not bytes: 100 are allowed', () => {
    expect(wideComments(`// ${'é'.repeat(97)}`)).toEqual([])
    expect(wideComments(`// ${'é'.repeat(98)}`)).toEqual([1])
  })

  test('leaves texts alone, even those with an address', () => {
    expect(wideComments(`const url = 'http://127.0.0.1:4000/ // ${words}'`)).toEqual([])
  })
})
