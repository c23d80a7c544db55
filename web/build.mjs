// Builds the pages into dist/web, unless nothing that they are made of has changed since they were built there.
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const mark = `${project}dist/web/.made-of`

const madeOf = await digest(['web', 'src/client', 'package-lock.json'])
if ((await readFile(mark, 'utf8').catch(() => '')) !== madeOf) {
  await rm(mark, { force: true })
  // Not what the tests that build may have set: React's development form is larger, slower and tells where its files lie.
  process.env.NODE_ENV = 'production'
  await build({ configFile: `${project}web/vite.config.ts`, logLevel: 'warn' })
  await writeFile(mark, madeOf)
}

/** One digest of the names and contents of files, and of all files in folders. */
async function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesOf(path))
      hash.update(`${file}\n`).update(await readFile(`${project}${file}`))
  }
  return hash.digest('hex')
}

async function filesOf(path) {
  const entries = await readdir(`${project}${path}`, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => null)
  if (entries === null) return path.includes('.') ? [path] : []
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(project.length))
    .sort()
}
