import { spawnSync } from 'node:child_process'

let found: string | null | undefined

/** A python3 with numpy and h5py: PYTHON_PATH if it is set, else the first, or Debian's; null: none. */
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
  const python = findPython()
  if (!python) throw new Error('no python3 with numpy and h5py')
  const run = spawnSync(python, ['-c', program, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(`python failed: ${run.stderr}`)
  return run.stdout
}
