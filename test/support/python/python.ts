import { execFile, spawnSync } from 'node:child_process'

let found: string | null | undefined

/**
 * A python3 with numpy and h5py: PYTHON_PATH if it is set, else the first, or Debian's; null: none.
 */
export function findPython(): string | null {
  const named = process.env.PYTHON_PATH
  found ??=
    (named ? [named] : ['python3', '/usr/bin/python3']).find(
      (python) => spawnSync(python, ['-c', 'import numpy, h5py']).status === 0,
    ) ?? null
  return found
}

/**
 * Run a Python program and return what it prints.
 *
 * @throws Error with its stderr when it fails
 */
export function runPython(program: string, args: readonly string[] = []): string {
  return runScript('-c', program, ...args)
}

/** The same of a script's file. */
export function runScript(...args: readonly string[]): string {
  const run = spawnSync(needPython(), args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: leavingNoCache,
  })
  if (run.status !== 0) throw new Error(`python failed: ${run.stderr}`)
  return run.stdout
}

/**
 * Run a script while a server of this process answers it; gives what it prints, however it ends.
 */
export function runBesideServer(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(needPython(), args, { env: leavingNoCache }, (error, stdout, stderr) => {
      if (stderr) reject(error ?? new Error(stderr))
      else resolve(stdout)
    })
  })
}

// Compiled files would be left next to scripts.
const leavingNoCache = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }

function needPython(): string {
  const python = findPython()
  if (!python) throw new Error('no python3 with numpy and h5py')
  return python
}
