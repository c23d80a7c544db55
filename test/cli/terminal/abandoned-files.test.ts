import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeAbandoned } from '../../../src/cli/terminal/abandoned-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Of a process that has ended. */
const ended = spawnSync(process.execPath, ['--version']).pid

test.each([
  ['file', [`.partial-${ended}`]],
  ['folder', [`.partial-0${ended}`]],
] as const)('removes a %s that nobody writes any more, and nothing else', (kind, removed) => {
  using folder = temporaryFolder()
  const place = (name: string) => join(folder.path, name)
  writeFileSync(place(`.partial-${ended}`), 'half')
  mkdirSync(place(`.partial-0${ended}/inside`), { recursive: true })
  writeFileSync(place(`.partial-${process.pid}`), 'being written')
  mkdirSync(place(`.partial-0${process.pid}`))
  writeFileSync(place('.partial-notes'), 'of somebody')
  writeFileSync(place('.partial-'), 'of somebody')
  writeFileSync(place(`other.partial-${ended}`), 'of something else')
  symlinkSync(place('.partial-notes'), place(`.partial-00${ended}`))
  const before = readdirSync(folder.path)
  removeAbandoned(folder.path, '.partial-', kind)
  const after = readdirSync(folder.path)
  expect(before.filter((name) => !after.includes(name))).toEqual(removed)
})
