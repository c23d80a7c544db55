import { execFileSync } from 'node:child_process'

/**
 * Let the system forget what it keeps of a file in memory, so that the
 * next read comes from the disk.
 */
export function dropFromPageCache(file: string): void {
  execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' })
}
