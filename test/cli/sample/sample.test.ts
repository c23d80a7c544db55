import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, start } from '../run-command.ts'
import { temporaryFolder } from '../sample-folder.ts'

test('spikeql sample tells what it wrote and what comes next', async () => {
  const cwd = await temporaryFolder()
  const { code, stdout } = await run(['sample', 'here'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Wrote here\/session_810000001\/session_810000001\.nwb \(\S+ MB\)\n/)
  expect(stdout).toMatch(/\nNext: spikeql serve here\n$/)
  const folders = await readdir(join(cwd, 'here'))
  expect(folders.sort()).toEqual(['session_810000001', 'session_820000001', 'session_830000001'])
})

test('spikeql sample leaves nothing behind when it is stopped', async () => {
  const cwd = await temporaryFolder()
  const command = start(['sample', 'new/here'], { cwd })
  while (!existsSync(join(cwd, 'new/here'))) await new Promise((resolve) => setTimeout(resolve, 5))
  command.process.kill('SIGTERM')
  expect((await command.ended).code).toBe(143)
  expect(await readdir(cwd)).toEqual([])
})
