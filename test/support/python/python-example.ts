import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { testPython } from './python.ts'

const folder = fileURLToPath(new URL('../../../examples/python', import.meta.url))

/**
 * Run Python where examples/python can be imported, while a server of this process
 * answers; gives what it prints.
 */
export async function runWithExamples(...args: readonly string[]): Promise<string> {
  // Not to leave compiled files in the folder.
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
  const { stdout } = await promisify(execFile)(testPython(), ['-W', 'error', ...args], {
    cwd: folder,
    env,
  })
  return stdout
}

let xarray: Promise<boolean> | undefined

export function hasXarray(): Promise<boolean> {
  xarray ??= runWithExamples('-c', 'import xarray').then(
    () => true,
    () => false,
  )
  return xarray
}
