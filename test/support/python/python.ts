import { execFile, spawnSync } from 'node:child_process'
import { ProgramRunner } from './program-runner.ts'

/**
 * A python3 with numpy and h5py: PYTHON_PATH if it is set, else the first, or Debian's; null: none.
 */
export function findPython(): string | null {
  const named = process.env.PYTHON_PATH
  const found = (named ? [named] : ['python3', '/usr/bin/python3']).find(
    (python) => spawnSync(python, ['-c', 'import numpy, h5py']).status === 0,
  )
  return found ?? null
}

/** The one that vitest.config.ts has found for tests that need it. */
export function testPython(): string {
  const python = process.env.PYTHON_PATH
  if (!python) throw new Error('no python3 with numpy and h5py')
  return python
}

/**
 * Run a Python program and return what it prints.
 *
 * @throws Error with its stderr when it fails
 */
export function runPython(program: string, args: readonly string[] = []): string {
  return runScript('-c', program, ...args)
}

let runner: ProgramRunner | undefined

/** The same of a script's file. */
export function runScript(...args: readonly string[]): string {
  runner ??= new ProgramRunner(testPython(), leavingNoCache)
  const run = runner.run(args)
  if (run.status !== 0) throw new Error(`python failed: ${run.stderr}`)
  return run.stdout
}

/**
 * Run a script while a server of this process answers it; gives what it prints, however it ends.
 */
export function runBesideServer(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(testPython(), args, { env: leavingNoCache }, (error, stdout, stderr) => {
      if (stderr) reject(error ?? new Error(stderr))
      else resolve(stdout)
    })
  })
}

// Compiled files would be left next to scripts.
const leavingNoCache = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
