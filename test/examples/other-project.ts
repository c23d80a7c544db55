import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** What examples bring along themselves; here they share what this project has. */
const shared = [
  '@graphql-codegen',
  '@graphql-typed-document-node',
  '@types',
  'graphql',
  'typescript',
  'undici-types',
  'vite',
]

let archive: Promise<string> | undefined

/** The client as npm packs it, once for all test files of a process. */
function packed(): Promise<string> {
  archive ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spikeql-package-'))
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    const pack = ['pack', '-w', '@spikeql/client', '--silent', '--ignore-scripts']
    const { stdout } = await run('npm', [...pack, '--pack-destination', folder], { cwd: root })
    return join(folder, stdout.trim())
  })()
  return archive
}

/**
 * Somebody else's project, in a folder of its own, where the client is
 * installed as it would be published.
 */
export class OtherProject {
  readonly folder: string
  readonly #serverUrl: string

  private constructor(folder: string, serverUrl: string) {
    this.folder = folder
    this.#serverUrl = serverUrl
  }

  /**
   * A new one, which goes when the tests of the file are over. Its server is the one under test.
   */
  static async create(serverUrl: string): Promise<OtherProject> {
    const folder = await mkdtemp(join(tmpdir(), 'spikeql-other-project-'))
    afterAll(() => rm(folder, { recursive: true, force: true }))
    const packages = join(folder, 'node_modules')
    const client = join(packages, '@spikeql/client')
    await mkdir(client, { recursive: true })
    await run('tar', ['-xzf', await packed(), '-C', client, '--strip-components=1'])
    for (const name of shared) await symlink(join(root, 'node_modules', name), join(packages, name))
    return new OtherProject(folder, serverUrl)
  }

  /** Copy a folder of examples/ here. */
  async add(example: string): Promise<void> {
    const source = join(root, 'examples', example)
    for (const entry of await readdir(source, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      await this.write(file.slice(source.length + 1), await readFile(file, 'utf8'))
    }
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text.replaceAll('http://127.0.0.1:4000', this.#serverUrl))
  }

  /** Run a command there, such as `npm run build`; gives what it prints. */
  async run(command: string, ...args: readonly string[]): Promise<string> {
    const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
    const options = { cwd: this.folder, env: { ...process.env, PATH: path } }
    try {
      return (await run(command, args, options)).stdout
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string }
      throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`)
    }
  }
}
