import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Commands that tests run keep what they read here, not in the user's own cache. */
export default function useTemporaryCache(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-test-cache-'))
  process.env.SPIKEQL_CACHE_DIR = folder
  process.env.NODE_DISABLE_COMPILE_CACHE = '1'
  return () => rmSync(folder, { recursive: true, force: true })
}
