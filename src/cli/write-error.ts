import { CommandError } from './command-error.ts'

const reasons = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'not permitted'],
  ['EPERM', 'not permitted'],
  ['EROFS', 'the disk is read-only'],
  ['ENOTDIR', 'part of its path is no folder'],
  ['EEXIST', 'a file of that name is there'],
])

/** What the operating system says against writing, in words of ours; any other error as it is. */
export function asWriteError(error: unknown, place: string, cure: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const reason = reasons.get(String(error.code)) ?? error.message
  return new CommandError(`Cannot write ${place}: ${reason}. ${cure}`, { cause: error })
}
