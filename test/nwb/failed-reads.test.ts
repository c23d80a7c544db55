import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { expectFailuresReported } from '../support/faults/failed-reads.ts'
import { FailingSource, ReadCounter } from '../support/faults/failing-source.ts'
import { writeRichRecording } from '../support/recordings/rich-recording.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Some seconds on a quiet machine, for some hundred reads each. */
const LONGEST = 300_000

test.each([
  ['in one piece', {}],
  ['in chunks, series compressed', { layout: { chunkLength: 4000 } }],
  [
    'in the latest format, compressed',
    { libver: 'latest' as const, layout: { chunkLength: 4000, compression: 4 } },
  ],
])(
  'whichever read fails is the answer, and leaves nothing behind: %s',
  async (name, recording) => {
    await expectFailuresReported(await writeRichRecording(join(folder, `${name}.nwb`), recording))
  },
  LONGEST,
)

test('a file one of whose reads failed gives that failure until it is opened again', async () => {
  const bytes = readFileSync(await writeRichRecording(join(folder, 'remembered.nwb')))
  const reads = new ReadCounter()
  const file = await SessionFile.of(new FailingSource(new MemoryBytes('x.nwb', bytes), reads))
  reads.failAt(10)
  const failure = expect.objectContaining({ code: 'FILE_UNREADABLE' })
  expect(() => file.tables()).toThrow(failure)
  expect(() => file.load('spikeSpan')).toThrow(failure)
  file.close()
})
