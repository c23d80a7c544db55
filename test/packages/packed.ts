import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

export type PackageName = 'spikeql' | '@spikeql/client'

export interface Packed {
  /** the archive that would be published */
  readonly archive: string
  /** its files, without the folder that holds them all */
  readonly files: readonly string[]
}

const packages = new Map<PackageName, Promise<Packed>>()

/** A package as npm packs it, once for all test files of a process. */
export function packed(name: PackageName): Promise<Packed> {
  const known = packages.get(name)
  if (known) return known
  const packing = pack(name)
  packages.set(name, packing)
  return packing
}

async function pack(name: PackageName): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'spikeql-package-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const of = name === 'spikeql' ? [] : ['-w', name]
  const { stdout } = await run(
    'npm',
    ['pack', ...of, '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: projectFolder, maxBuffer: 2 ** 24 },
  )
  const listed = JSON.parse(stdout)
  // npm 11 names the entries by their packages.
  const { filename, files } = Array.isArray(listed) ? listed[0] : listed[name]
  const paths = files.map(({ path }: { readonly path: string }) => path)
  return { archive: join(folder, filename), files: paths }
}
