import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Make a folder, unless it is there and younger than all in the folders that it is made of. Another
 * run, which may be using it, thus keeps it.
 */
export async function makeFolder(
  folder: string,
  sources: readonly string[],
  write: (folder: string) => void | Promise<void>,
): Promise<void> {
  const changes = sources.flatMap((source) =>
    // With the folder itself, which changes when something is removed from it.
    ['.', ...readdirSync(source, { encoding: 'utf8', recursive: true })].map(
      (name) => statSync(join(source, name)).mtimeMs,
    ),
  )
  if (existsSync(folder) && statSync(folder).mtimeMs > Math.max(...changes)) return
  rmSync(folder, { recursive: true, force: true })
  const partial = `${folder}.partial`
  rmSync(partial, { recursive: true, force: true })
  await write(partial)
  renameSync(partial, folder)
  const now = new Date()
  utimesSync(folder, now, now)
}
