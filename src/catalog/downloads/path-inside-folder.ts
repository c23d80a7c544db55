import { isAbsolute, join, relative, resolve } from 'node:path'
import { DownloadError } from '../../errors.ts'

/**
 * Where a file goes in a folder of downloads, by the local path that its place gave it.
 *
 * @throws DownloadError for a path that would leave the folder: a server has named it
 */
export function targetIn(folder: string, localPath: string): string {
  const target = resolve(join(folder, localPath))
  const inside = relative(resolve(folder), target)
  if (inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)) return target
  throw new DownloadError(`${localPath} is not a path inside ${folder}.`)
}
