import { readdir, readFile, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackStore } from '../pack-list.ts'

/**
 * Packs as the files of a folder.
 *
 * @param write puts a file in place in one step; false: it cannot
 */
export function folderPacks(
  folder: string,
  write: (path: string, bytes: Uint8Array) => Promise<boolean>,
): PackStore {
  return {
    async names() {
      const names = await readdir(folder).catch(() => [])
      // Others are being written.
      return names.filter((name) => !name.includes('.'))
    },
    async read(name) {
      const path = join(folder, name)
      const bytes = await readFile(path).catch(() => null)
      // For those that trim: the time of its last use. A failure costs only the order.
      const now = new Date()
      if (bytes) utimes(path, now, now).catch(() => {})
      return bytes
    },
    write: (name, bytes) => write(join(folder, name), bytes),
    remove: (name) => rm(join(folder, name), { force: true }).catch(() => {}),
  }
}
