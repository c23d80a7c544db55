// What the packages hold beside dist/bundle and dist/web: the client, and the
// declarations of what each package exports.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const client = join(root, 'packages/client/dist')

const bundle = await rolldown({
  input: { index: join(dist, 'client/index.js'), scalars: join(dist, 'client/scalars.js') },
  platform: 'neutral',
})
// Module by module, so that bundlers leave out what a page does not use.
await bundle.write({
  dir: client,
  cleanDir: true,
  entryFileNames: '[name].js',
  preserveModules: true,
  preserveModulesRoot: dist,
})
copyDeclarations(['client/index.d.ts', 'client/scalars.d.ts'], join(client, 'types'))
copyDeclarations(['embedding/server.d.ts', 'embedding/reader.d.ts'], join(dist, 'types'))

/** The declarations of some modules, and of all that these import. */
function copyDeclarations(modules, folder) {
  rmSync(folder, { recursive: true, force: true })
  const files = new Set(modules.map((module) => join(dist, module)))
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*["'](\.[^"']+)["']/g)
    for (const [, path] of imports) {
      files.add(resolve(dirname(file), path).replace(/\.(ts|js)$/, '.d.ts'))
    }
    const target = join(folder, relative(dist, file))
    mkdirSync(dirname(target), { recursive: true })
    cpSync(file, target)
  }
}
