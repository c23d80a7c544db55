import { expect } from 'vitest'
import { Sources } from '../../../src/byte-sources/open-source.ts'
import { OwnThread } from '../../../src/readers/inline-reader.ts'
import { ReaderThread } from '../../../src/readers/thread/reader-thread.ts'
import type { SessionReader } from '../../../src/sessions/session-reader.ts'
import { answerText } from '../response-text.ts'
import { everyQuestion } from './every-reader-request.ts'
import { FailingSource, ReadCounter } from './failing-source.ts'

/**
 * Let each read that the requests make of a file fail, one at a time: the failure must be the
 * answer to the request that read, and leave nothing behind.
 */
export async function expectFailuresAnswered(
  path: string,
  questions = Object.keys(everyQuestion),
): Promise<void> {
  const reads = new ReadCounter()
  const healthy = readerOf(path, reads)
  const expected = new Map<string, string>()
  for (const question of questions) expected.set(question, await answer(healthy, question))
  const readCount = reads.count
  expect(readCount).toBeGreaterThan(100)
  for (let failing = 1; failing <= readCount; failing++) {
    reads.failAt(failing)
    const failed = await askUntilFailure(readerOf(path, reads), reads, expected)
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

const answer = async (reader: SessionReader, question: string) =>
  answerText(await everyQuestion[question]?.(reader))

/**
 * Ask until a request fails, and then that one again, and the tables, which are kept.
 *
 * @returns the request that failed
 */
async function askUntilFailure(
  reader: SessionReader,
  reads: ReadCounter,
  expected: ReadonlyMap<string, string>,
) {
  for (const question of expected.keys()) {
    try {
      await everyQuestion[question]?.(reader)
    } catch (error) {
      expect(error).toMatchObject({ code: 'FILE_UNREADABLE', detail: 'the disk was away' })
      for (const next of new Set([question, 'tables'])) {
        const isRight = (await answer(reader, next)) === expected.get(next)
        expect(isRight, `${next} is answered right after ${question} failed`).toBe(true)
      }
      return question
    }
    expect(reads.hasFailed, `${question} is answered though a read failed`).toBe(false)
  }
  return null
}
