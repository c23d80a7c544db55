import { expect } from 'vitest'
import { Sources } from '../../../src/byte-sources/open-source.ts'
import { OwnThread } from '../../../src/readers/inline-reader.ts'
import { ReaderThread } from '../../../src/readers/thread/reader-thread.ts'
import type { SessionReader } from '../../../src/sessions/session-reader.ts'
import { responseText } from '../response-text.ts'
import { everyRequest } from './every-reader-request.ts'
import { FailingSource, ReadCounter } from './failing-source.ts'

/**
 * Let each read that the requests make of a file fail, one at a time: the failure must be the
 * answer to the request that read, and leave nothing behind.
 */
export async function expectFailuresReported(
  path: string,
  requests = Object.keys(everyRequest),
): Promise<void> {
  const reads = new ReadCounter()
  const healthy = readerOf(path, reads)
  const expected = new Map<string, string>()
  for (const request of requests) expected.set(request, await response(healthy, request))
  const readCount = reads.count
  expect(readCount).toBeGreaterThan(100)
  for (let failing = 1; failing <= readCount; failing++) {
    reads.failAt(failing)
    const failed = await readUntilFailure(readerOf(path, reads), reads, expected)
    expect(failed, `read ${failing} of ${readCount} fails`).not.toBeNull()
  }
}

/** A reader of a file whose reads are counted, and fail where the counter says. */
function readerOf(path: string, reads: ReadCounter): SessionReader {
  const sources = new Sources()
  const thread = new ReaderThread({
    begin: (context) => sources.begin(context),
    identify: (location) => sources.identify(location),
    open(location) {
      const source = sources.open(location)
      return new FailingSource(source, reads, source.identity)
    },
  })
  return new OwnThread(thread).reader(path)
}

const response = async (reader: SessionReader, request: string) =>
  responseText(await everyRequest[request]?.(reader))

/**
 * Ask until a request fails, and then that one again, and the tables, which are kept.
 *
 * @returns the request that failed
 */
async function readUntilFailure(
  reader: SessionReader,
  reads: ReadCounter,
  expected: ReadonlyMap<string, string>,
) {
  for (const request of expected.keys()) {
    try {
      await everyRequest[request]?.(reader)
    } catch (error) {
      expect(error).toMatchObject({ code: 'FILE_UNREADABLE', detail: 'the disk was away' })
      for (const next of new Set([request, 'tables'])) {
        const isRight = (await response(reader, next)) === expected.get(next)
        expect(isRight, `${next} is answered right after ${request} failed`).toBe(true)
      }
      return request
    }
    expect(reads.hasFailed, `${request} is answered though a read failed`).toBe(false)
  }
  return null
}
