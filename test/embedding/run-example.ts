import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sampleFolder } from '../support/recordings/sample.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** Within the project, so that `spikeql/server` is what the project exports. */
const parent = join(root, '.test-results')

/**
 * Run an example as a program of its own, with the sample sessions in `sample-data`; gives what it
 * prints.
 */
export async function runExample(code: string, endless = false): Promise<string> {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'example-'))
  try {
    symlinkSync(sampleFolder, join(folder, 'sample-data'))
    const end = endless ? '\nawait spikeql.close()\n' : ''
    writeFileSync(join(folder, 'example.mjs'), code + end)
    const { stdout } = await run(process.execPath, ['example.mjs'], { cwd: folder })
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What an example says that it prints: the comments behind its calls of console.log. */
export function promised(code: string): string {
  return code
    .split('\n')
    .flatMap((line) => /console\.log\(.*\) \/\/ (.*)$/.exec(line)?.[1] ?? [])
    .map((line) => `${line}\n`)
    .join('')
}
