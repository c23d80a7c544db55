import { spawn, spawnSync } from 'node:child_process'

const VERSIONS =
  'import sys, numpy, h5py; print(f"Python {sys.version.split()[0]}, numpy {numpy.__version__}, h5py {h5py.__version__}")'

/** A python3 with numpy and h5py. */
export interface Python {
  readonly command: string
  /** of it and of what it needs, in a line */
  readonly versions: string
}

/** Debian's comes after others on some paths. */
export function findPython(): Python | null {
  for (const command of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(command, ['-c', VERSIONS], { encoding: 'utf8' })
    if (status === 0) return { command, versions: stdout.trim() }
  }
  return null
}

/** Run a script that prints how long the whole of its work took; gives that, in milliseconds. */
export async function runTimed(python: Python, args: readonly string[]): Promise<number> {
  const printed = await runProgram(python.command, ['-B', ...args])
  return 1000 * Number(/whole ([\d.]+) s/.exec(printed)?.[1])
}

/** Run a program; gives what it prints. */
export async function runProgram(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let complaint = ''
  child.stdout.on('data', (text) => {
    printed += text
  })
  child.stderr.on('data', (text) => {
    complaint += text
  })
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${complaint}`)
  return printed
}
