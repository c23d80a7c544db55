import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** npm runs its scripts in the folder of package.json. */
export const projectFolder = process.cwd()

/** Outside of git; removed with node_modules. */
export const cacheFolder = join(projectFolder, 'node_modules', '.cache', 'spikeql-bench')

const { scripts, version } = JSON.parse(
  readFileSync(join(projectFolder, 'package.json'), 'utf8'),
) as { readonly scripts: { readonly start: string }; readonly version: string }

export { version }

const startWords = scripts.start.split(' ')
const nodeAt = startWords.indexOf('node')

/** What `npm start` gives node, before the paths: options of node, the built command, `serve`. */
export const startArguments: readonly string[] = startWords
  .slice(nodeAt + 1)
  .map((part) => (part.startsWith('dist/') ? join(projectFolder, part) : part))

/** What `npm start` sets for it: the variables before `exec`. */
export const startEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  startWords
    .slice(0, nodeAt)
    .filter((part) => part.includes('='))
    .map((part) => part.split('=') as [string, string]),
)

export const commandFile = join(projectFolder, 'dist', 'bundle', 'main.js')
