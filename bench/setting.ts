import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findPython, type Python, runProgram } from './baseline/run-python.ts'
import { cacheFolder, commandFile, projectFolder } from './project.ts'

const sharedFolder = join(projectFolder, '..', 'shared')
const maker = join(sharedFolder, 'tools', 'make_full_session.py')
const template = join(sharedFolder, 'golden/cache/session_715093703/session_715093703.nwb')
const sharedBaseline = join(sharedFolder, 'tools', 'notebook_baseline.py')

/** What all benchmarks share. */
export interface Setting {
  /** a full-scale session, spikes stored contiguously */
  readonly session: string
  /** id of the session */
  readonly sessionId: string
  readonly sessionOrigin: string
  /** null: what needs it says so */
  readonly python: Python | null
  /** the notebook's job by hand, with h5py and numpy */
  readonly baseline: string
  /** the same session with its spikes in chunks, gzip 4 and shuffle; made when first needed */
  readonly compressedSession: () => Promise<string>
}

export interface SettingOptions {
  readonly session?: string | undefined
  readonly compressed?: string | undefined
}

/** Find or make the data; they are kept in {@link cacheFolder} for the next time. */
export async function prepare({ session, compressed }: SettingOptions): Promise<Setting> {
  mkdirSync(cacheFolder, { recursive: true })
  const python = findPython()
  const made = session ? { path: session, origin: 'given' } : await fullSession(python)
  return {
    session: made.path,
    sessionId: await idOf(made.path),
    sessionOrigin: made.origin,
    python,
    baseline: existsSync(sharedBaseline) ? sharedBaseline : script('notebook.py'),
    compressedSession: async () => compressed ?? compressedCopy(made.path, python),
  }
}

/** A Python program of bench/baseline. */
export const script = (name: string): string => join(projectFolder, 'bench', 'baseline', name)

async function fullSession(python: Python | null): Promise<{ path: string; origin: string }> {
  if (python && existsSync(maker) && existsSync(template)) {
    const path = join(cacheFolder, 'full.nwb')
    await makeOnce(path, (to) => runProgram(python.command, [maker, template, to]))
    return { path, origin: 'made by make_full_session.py' }
  }
  const folder = join(cacheFolder, 'sample-full')
  const path = join(folder, 'full_session.nwb')
  if (!existsSync(path))
    await runProgram(process.execPath, [commandFile, 'sample', '--full', folder])
  return { path, origin: 'written by spikeql sample --full' }
}

async function compressedCopy(session: string, python: Python | null): Promise<string> {
  if (!python) throw new Error('install python3-h5py: it writes the compressed session')
  const path = join(cacheFolder, `compressed-${basename(session)}`)
  await makeOnce(path, (to) => runProgram(python.command, [script('compress.py'), session, to]))
  return path
}

/** A file that is whole or not there. */
async function makeOnce(path: string, make: (path: string) => Promise<unknown>): Promise<void> {
  if (existsSync(path)) return
  console.error(`Making ${basename(path)}, once ...`)
  await make(`${path}.partial`)
  renameSync(`${path}.partial`, path)
}

async function idOf(session: string): Promise<string> {
  const printed = await runProgram(process.execPath, [commandFile, 'inspect', session, '--json'])
  return (JSON.parse(printed) as { readonly id: string }).id
}
