import { test } from 'vitest'
import { expectFailuresAnswered } from '../support/failed-reads.ts'
import { goldenSessionFile, goldenSessionIds } from '../support/golden.ts'

test('whichever read of the tables fails is the answer, and leaves nothing behind', async () => {
  await expectFailuresAnswered(goldenSessionFile(goldenSessionIds[0]), ['tables'])
}, 300_000)
