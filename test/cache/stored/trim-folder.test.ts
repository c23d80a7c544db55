import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trimFolder } from '../../../src/cache/stored/folder/trim-folder.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

test.each([
  [12, ['new', 'old', 'older']],
  [11, ['new', 'old']],
  [8, ['new', 'old']],
  [7, ['new']],
  [0, []],
])('%i bytes keep what was used last: %j', async (maxBytes, expected) => {
  const place = join(folder, String(maxBytes))
  for (const [name, inner, seconds] of [
    ['old', 'a', 2],
    ['new', 'b', 3],
    ['older', 'a', 1],
  ] as const) {
    await mkdir(join(place, inner), { recursive: true })
    await writeFile(join(place, inner, name), '1234')
    await utimes(join(place, inner, name), seconds, seconds)
  }
  await writeFile(join(place, 'file'), 'beside the folders')
  await trimFolder(place, maxBytes)
  const kept = [...(await readdir(join(place, 'a'))), ...(await readdir(join(place, 'b')))]
  expect(kept.sort()).toEqual(expected)
})
