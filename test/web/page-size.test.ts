import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pagesFolder } from '../support/built.ts'

/** Scripts that a page loads, and those that they load in turn, by their names in assets. */
function scriptsOf(page: string): Set<string> {
  const scripts = new Set<string>()
  const follow = (text: string) => {
    for (const [, name = ''] of text.matchAll(/["'`]\.\/(?:assets\/)?([\w.-]+\.js)["'`]/g)) {
      if (scripts.has(name)) continue
      scripts.add(name)
      follow(readFileSync(join(pagesFolder, 'assets', name), 'utf8'))
    }
  }
  follow(readFileSync(join(pagesFolder, page), 'utf8'))
  return scripts
}

test("the explorer's scripts come to less than 250 kB, compressed", () => {
  const scripts = [...scriptsOf('index.html')]
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map((name) => {
    return gzipSync(readFileSync(join(pagesFolder, 'assets', name))).length
  })
  const size = sizes.reduce((sum, bytes) => sum + bytes, 0)
  expect(size).toBeGreaterThan(50_000)
  expect(size).toBeLessThan(250_000)
})

test('the explorer loads nothing of GraphiQL', () => {
  const names = [...scriptsOf('index.html')].join(' ')
  expect(names).not.toMatch(/graphiql|monaco|worker/)
  expect(readdirSync(join(pagesFolder, 'assets')).join(' ')).toMatch(/graphiql.*monaco/)
})
