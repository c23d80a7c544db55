import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CpuProfile } from './cpu-profile.ts'

type CallFrame = CpuProfile['nodes'][number]['callFrame']

/**
 * The file that a place in a bundle comes from, by the source map next to the bundle; of
 * other files, their own address.
 */
export function sourceFinder(): (callFrame: CallFrame) => string {
  const maps = new Map<string, SourceMap | null>()
  return ({ url, lineNumber = 0, columnNumber = 0 }) => {
    if (!url.startsWith('file:')) return url
    if (!maps.has(url)) maps.set(url, mapBeside(`${fileURLToPath(url)}.map`))
    const entry = maps.get(url)?.findEntry(lineNumber, columnNumber)
    return entry && 'originalSource' in entry ? new URL(entry.originalSource, url).href : url
  }
}

function mapBeside(file: string): SourceMap | null {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null
}
