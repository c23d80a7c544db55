import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

interface StoredFile {
  readonly path: string
  readonly bytes: number
  /** ms */
  readonly usedAt: number
}

/**
 * Remove the files of a folder of folders that were not used for longest, until the rest has at
 * most so many bytes. What another process removes meanwhile is passed over.
 */
export async function trimFolder(folder: string, maxBytes: number): Promise<void> {
  const files = await filesBelow(folder)
  files.sort((a, b) => b.usedAt - a.usedAt)
  let kept = 0
  for (const { path, bytes } of files) {
    kept += bytes
    if (kept > maxBytes) await rm(path, { force: true })
  }
}

async function filesBelow(folder: string): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for (const inner of await readdir(folder)) {
    for (const name of await readdir(join(folder, inner)).catch(() => [])) {
      const path = join(folder, inner, name)
      const stats = await stat(path).catch(() => null)
      if (stats) files.push({ path, bytes: stats.size, usedAt: stats.mtimeMs })
    }
  }
  return files
}
