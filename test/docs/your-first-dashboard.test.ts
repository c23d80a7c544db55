import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const guide = readFileSync(`${root}/docs/your-first-dashboard.md`, 'utf8')

/** The guide's files: a line with the path, then the text. */
const files = new Map(
  [...guide.matchAll(/^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```/gm)].map(([, path, text]) => [
    path as string,
    text as string,
  ]),
)

const served = new SharedFolder(sampleSessionFolder)

describe('the guide to a first dashboard', () => {
  test('has every file of examples/dashboard, as it is run by its tests', () => {
    const folder = `${root}/examples/dashboard`
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.gitignore')
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((path) => !/^(node_modules|lib|dist|src\/gql)\//.test(path))
    expect([...files.keys()].sort()).toEqual(written.sort())
    for (const [path, text] of files) expect(text).toBe(readFileSync(`${folder}/${path}`, 'utf8'))
  })

  test('shows the true answer to its query', async () => {
    const [, query, response] =
      /^```graphql\n([\s\S]*?)^```[\s\S]*?^```json\n([\s\S]*?)^```/m.exec(guide) ?? []
    expect(await served.sendQuery(query as string)).toEqual(JSON.parse(response as string))
  })
})
