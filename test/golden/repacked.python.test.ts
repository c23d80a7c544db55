import { join } from 'node:path'
import { describe, test } from 'vitest'
import { goldenSessionFile, goldenSessionIds } from '../support/golden.ts'
import { expectNotebook } from '../support/notebook.ts'
import { layouts, repack } from '../support/repack.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { temporaryFolder } from '../support/write-nwb.ts'

const folder = temporaryFolder()
const served = new ServedFolder(() => {
  for (const id of goldenSessionIds) {
    for (const layout of layouts) {
      repack(goldenSessionFile(id), join(folder, `${layout}-${id}.nwb`), layout)
    }
  }
  return [folder]
})

// Three files have one identifier: the first by its path keeps it as the session's id, the others have their names.
const recordings = goldenSessionIds.flatMap((id) =>
  layouts.map((layout) => ({ id, layout, served: layout === 'gzip' ? id : `${layout}-${id}` })),
)

describe.each(recordings)(
  'every matrix of session $id, repacked as $layout',
  ({ id, served: servedId }) => {
    test('is the same in JSON', () => expectNotebook(served, servedId, 'counts', id))
    test('is the same in base64', () => expectNotebook(served, servedId, 'data', id))
  },
)
