import type { ServerResponse } from 'node:http'

/** 128 kbit/s, on average: the notebook's counts as JSON in ten minutes. */
const SLOWEST_BYTES_PER_SECOND = 2 ** 14

/**
 * Cut off a client that takes its response too slowly. A timeout of its socket does not, while it
 * takes a byte now and then, and holds the memory of the rest.
 *
 * @param patienceSeconds what it may take longer than at the slowest rate
 */
export function limitSending(
  response: ServerResponse,
  patienceSeconds: number,
  slowestBytesPerSecond = SLOWEST_BYTES_PER_SECOND,
): void {
  const { socket } = response
  if (!socket || response.closed) return
  const begun = performance.now()
  const before = socket.bytesWritten
  const check = () => {
    const seconds = (performance.now() - begun) / 1000
    const allowed = patienceSeconds + (socket.bytesWritten - before) / slowestBytesPerSecond
    if (seconds >= allowed) response.destroy()
    else timer = setTimeout(check, 1000 * (allowed - seconds)).unref()
  }
  let timer = setTimeout(check, 1000 * patienceSeconds).unref()
  response.once('close', () => clearTimeout(timer))
}
