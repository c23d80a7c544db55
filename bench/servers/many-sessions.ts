import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../baseline/run-python.ts'
import { cacheFolder, commandFile } from '../project.ts'

const SAMPLE_ID = '810000001'

/**
 * A folder with so many copies of a sample session. Each has an identifier of its own:
 * equal files are served once.
 */
export async function manySessions(count: number): Promise<string> {
  const samples = join(cacheFolder, 'samples')
  const folder = join(cacheFolder, 'many-sessions')
  const sample = join(samples, `session_${SAMPLE_ID}`, `session_${SAMPLE_ID}.nwb`)
  if (!existsSync(sample)) await runProgram(process.execPath, [commandFile, 'sample', samples])
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const bytes = readFileSync(sample)
  const places = placesOf(SAMPLE_ID, bytes)
  for (let i = 0; i < count; i++) {
    const id = String(900000001 + i)
    for (const place of places) bytes.write(id, place)
    writeFileSync(join(folder, `session_${id}.nwb`), bytes)
  }
  return folder
}

function placesOf(text: string, bytes: Buffer): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at)
  return places
}
