import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { brokenMarkdown } from './broken-markdown.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Pages that were written by hand, from the root of the project. */
const pages = ['.', 'docs', '.github', 'examples', 'clients', 'deploy', 'packages'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
      .map((path) => join(folder, path))
      .filter((path) => path !== 'docs/schema.md'),
)

describe('lists and tables', () => {
  test.each(pages)('are whole in %s', (page) => {
    expect(brokenMarkdown(readFileSync(join(root, page), 'utf8'))).toEqual([])
  })
})

describe('brokenMarkdown', () => {
  test('finds an item that begins within a line', () => {
    expect(brokenMarkdown('- One.\n- Two. - `three` goes on.\n')).toEqual([2])
    expect(brokenMarkdown('1. One. 2.\n   Two.\n')).toEqual([1])
  })

  test('finds a line that lost its indentation', () => {
    expect(brokenMarkdown('- One\ngoes on.\n')).toEqual([2])
  })

  test('finds a row that was broken, and two that were joined', () => {
    const head = '| a | b |\n|---|---|\n'
    expect(brokenMarkdown(`${head}| 1 | 2\n3 |\n`)).toEqual([3, 4])
    expect(brokenMarkdown(`${head}| 1 | 2 | | 3 | 4 |\n`)).toEqual([3])
  })

  test('leaves what is whole, other text and code alone', () => {
    expect(brokenMarkdown('- One - a dash.\n  Goes on.\n\nText 10. 2. B\n')).toEqual([])
    expect(brokenMarkdown('- One.\n```sh\ncat - A\n```\n')).toEqual([])
    expect(brokenMarkdown('| a | b |\n|---|---|\n| `1 | 1` | 2 \\| 2 |\n')).toEqual([])
  })
})
