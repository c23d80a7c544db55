// Builds the pages into dist/web, unless nothing that they are made of has changed
// since they were built there.
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build } from 'vite'

const compress = promisify(brotliCompress)

/** The highest would take 15 s more, for a tenth less. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const project = fileURLToPath(new URL('..', import.meta.url))
const mark = `${project}dist/web/.made-of`

const madeOf = await digest(['web', 'src/client', 'src/formats', 'package-lock.json'])
if ((await readFile(mark, 'utf8').catch(() => '')) !== madeOf) {
  await rm(mark, { force: true })
  // Not what the tests that build may have set: React's development form is larger, slower
  // and tells where its files lie.
  process.env.NODE_ENV = 'production'
  await build({ configFile: `${project}web/vite.config.ts`, logLevel: 'warn' })
  await compressAssets(`${project}dist/web/assets`)
  await writeFile(mark, madeOf)
}

/**
 * Beside each text one that is compressed already, which the server sends in its place: once here,
 * and never while someone waits.
 */
async function compressAssets(folder) {
  const texts = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
  for (const name of texts) {
    const compressed = await compress(await readFile(`${folder}/${name}`), quality)
    await writeFile(`${folder}/${name}.br`, compressed)
  }
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
