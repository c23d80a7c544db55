import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { repackedGoldenSession } from '../../support/golden/repacked-session.ts'
import { layouts } from '../../support/recordings/repack.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { expectNotebook } from '../../support/servers/notebook.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const folder = temporaryFolder()
const served = new ServedFolder(() => {
  for (const id of goldenSessionIds) {
    for (const layout of layouts) {
      copyFileSync(repackedGoldenSession(id, layout), join(folder, `${layout}-${id}.nwb`))
    }
  }
  return [folder]
})

const recordings = goldenSessionIds.flatMap((id) => layouts.map((layout) => ({ id, layout })))

describe.each(recordings)('every matrix of session $id, repacked as $layout', ({ id, layout }) => {
  /** Three files share an identifier: each has an id of its own. */
  async function idOfFile(): Promise<string> {
    const { sessions } = await served.data<{
      sessions: { nodes: { id: string; fileName: string }[] }
    }>('{ sessions { nodes { id fileName } } }')
    const found = sessions.nodes.find(({ fileName }) => fileName === `${layout}-${id}.nwb`)
    return found?.id ?? 'not served'
  }

  test('is the same in JSON', async () => expectNotebook(served, await idOfFile(), 'counts', id))
  test('is the same in base64', async () => expectNotebook(served, await idOfFile(), 'data', id))
})
