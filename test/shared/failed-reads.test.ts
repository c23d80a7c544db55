import { test } from 'vitest'
import { expectFailuresReported } from '../support/faults/failed-reads.ts'
import { goldenSessionFile, goldenSessionIds } from '../support/golden/golden-folder.ts'

test('whichever reads of the tables fail are the answer, and leave nothing behind', async () => {
  await expectFailuresReported(goldenSessionFile(goldenSessionIds[0]), ['tables'], 4)
}, 300_000)
