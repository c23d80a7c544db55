import { getSystemErrorMap } from 'node:util'
import { CommandError } from './command-error.ts'

const reasons = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'not permitted'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the disk is read-only'],
  ['EDQUOT', 'the disk quota is exhausted'],
  ['ENOENT', 'its folder does not exist or does not accept files'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOTDIR', 'part of its path is not a folder'],
  ['EEXIST', 'a file with that name exists'],
])

/** What the operating system says against writing, in words of ours; any other error as it is. */
export function asWriteError(error: unknown, place: string, cure: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const reason = reasons.get(String(error.code)) ?? systemReason(error)
  return new CommandError(`Cannot write ${place}: ${reason}. ${cure}`, { cause: error })
}

/** Not the error's own message, which names the file that is renamed in the end. */
function systemReason(error: Error): string {
  const number = 'errno' in error ? Number(error.errno) : Number.NaN
  return getSystemErrorMap().get(number)?.[1] ?? 'the operating system refused'
}
