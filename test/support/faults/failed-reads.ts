import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { identityAtSync } from '../../../src/byte-sources/source-identity.ts'
import { OwnThread } from '../../../src/readers/inline-reader.ts'
import { ReaderThread } from '../../../src/readers/thread/reader-thread.ts'
import type { SessionReader } from '../../../src/sessions/session-reader.ts'
import { responseText } from '../response-text.ts'
import { everyRequest } from './every-reader-request.ts'
import { FailingSource, ReadCounter } from './failing-source.ts'

/**
 * Let each read that the requests make of a file fail: the failure must be the answer to the
 * request that read, and leave nothing behind.
 *
 * @param inARow how many of them fail one after another, each while the file is read again after
 *   the one before, until all is right again
 */
export async function expectFailuresReported(
  path: string,
  requests = Object.keys(everyRequest),
  inARow = 1,
): Promise<void> {
  const reads = new ReadCounter()
  const newThread = threadsFor(path, reads)
  const healthy = newThread().reader(path)
  const expected = new Map<string, string>()
  for (const request of requests) expected.set(request, await response(healthy, request))
  const readCount = reads.count
  expect(readCount).toBeGreaterThan(100)
  const step = Math.ceil(readCount / inARow)
  for (let first = 1; first <= step; first++) {
    const thread = newThread()
    const reader = thread.reader(path)
    let failed: string | null = null
    for (let failing = first; failing <= readCount; failing += step) {
      reads.failAt(failing)
      failed = await requestThatFails(reader, reads, requests)
      expect(failed, `read ${failing} of ${readCount} fails`).not.toBeNull()
    }
    // The tables are kept.
    for (const next of new Set([failed ?? '', 'tables'])) {
      const isRight = (await response(reader, next)) === expected.get(next)
      expect(isRight, `${next} is answered right after read ${first} failed`).toBe(true)
    }
    // The library takes longer for each file that it holds open.
    thread.close()
  }
}

/** New threads for a file whose reads are counted, and fail where the counter says. */
function threadsFor(path: string, reads: ReadCounter): () => OwnThread {
  const bytes = new MemoryBytes(path, readFileSync(path))
  const identity = identityAtSync(path)
  const sources = {
    begin() {},
    identify: () => identity,
    open: () => new FailingSource(bytes, reads, identity),
  }
  return () => new OwnThread(new ReaderThread(sources))
}

const response = async (reader: SessionReader, request: string) =>
  responseText(await everyRequest[request]?.(reader))

/** Ask until a request fails; null: none does. */
async function requestThatFails(
  reader: SessionReader,
  reads: ReadCounter,
  requests: readonly string[],
): Promise<string | null> {
  for (const request of requests) {
    try {
      await everyRequest[request]?.(reader)
    } catch (error) {
      expect(error).toMatchObject({ code: 'FILE_UNREADABLE', detail: 'the disk was away' })
      return request
    }
    expect(reads.hasFailed, `${request} is answered though a read failed`).toBe(false)
  }
  return null
}
