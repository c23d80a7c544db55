import { readFileSync } from 'node:fs'

/** Most memory that a process had in RAM at once, in bytes; as Linux reports it. */
export function peakMemory(pid: number): number {
  return 1024 * numberAfter('VmHWM:', `/proc/${pid}/status`)
}

/** Time that the main thread of a process has run on a processor, in ms. */
export function mainThreadTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

export interface BytesRead {
  /** handed to the process by read calls, from the disk or from the page cache */
  readonly requested: number
  /** fetched from the disk, with what the system read ahead */
  readonly fromDisk: number
}

/** Bytes that a process has read since it started, all threads together. */
export function bytesRead(pid: number): BytesRead {
  const file = `/proc/${pid}/io`
  return { requested: numberAfter('rchar:', file), fromDisk: numberAfter('read_bytes:', file) }
}

export const readBetween = (before: BytesRead, after: BytesRead): BytesRead => ({
  requested: after.requested - before.requested,
  fromDisk: after.fromDisk - before.fromDisk,
})

function numberAfter(name: string, file: string): number {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(name))
  return Number(/\d+/.exec(line ?? '')?.[0] ?? Number.NaN)
}
