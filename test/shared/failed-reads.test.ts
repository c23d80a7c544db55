import { test } from 'vitest'
import { expectFailuresReported } from '../support/faults/failed-reads.ts'
import { goldenSessionFile, goldenSessionIds } from '../support/golden/golden-folder.ts'

test('whichever read of the tables fails is the answer, and leaves nothing behind', async () => {
  await expectFailuresReported(goldenSessionFile(goldenSessionIds[0]), ['tables'])
}, 300_000)
