import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Layout, repack, repackScript } from '../recordings/repack.ts'
import { goldenSessionFile } from './golden-folder.ts'

const folder = fileURLToPath(
  new URL('../../../node_modules/.cache/spikeql-golden-repacked', import.meta.url),
)

/** A golden session in another layout: written once, for all tests that read it. */
export function repackedGoldenSession(id: string, layout: Layout): string {
  const source = goldenSessionFile(id)
  const hash = createHash('sha256').update(readFileSync(repackScript)).update(readFileSync(source))
  const path = join(folder, `${layout}-${id}-${hash.digest('hex').slice(0, 12)}.nwb`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const partial = `${path}.partial-${process.pid}`
    repack(source, partial, layout)
    renameSync(partial, path)
  }
  return path
}
