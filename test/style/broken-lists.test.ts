import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { brokenLists } from './broken-lists.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Pages that were written by hand, from the root of the project. */
const pages = ['.', 'docs', '.github', 'examples', 'clients', 'deploy', 'packages'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
      .map((path) => join(folder, path))
      .filter((path) => path !== 'docs/schema.md'),
)

describe('lists of pages', () => {
  test.each(pages)('are whole in %s', (page) => {
    expect(brokenLists(readFileSync(join(root, page), 'utf8'))).toEqual([])
  })
})

describe('brokenLists', () => {
  test('finds an item that begins within a line', () => {
    expect(brokenLists('- One.\n- Two. - `three` goes on.\n')).toEqual([2])
    expect(brokenLists('1. One. 2.\n   Two.\n')).toEqual([1])
  })

  test('finds a line that lost its indentation', () => {
    expect(brokenLists('- One\ngoes on.\n')).toEqual([2])
  })

  test('leaves whole lists, other text and code alone', () => {
    expect(brokenLists('- One - a dash.\n  Goes on.\n\nText 10. 2. B\n')).toEqual([])
    expect(brokenLists('- One.\n```sh\ncat - A\n```\n')).toEqual([])
  })
})
