import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { run } from '../cli/run-command.ts'
import { writeSampleSession } from '../cli/sample-folder.ts'
import { runPython } from '../support/python/python.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { examples, shellLines } from './readme-examples.ts'

const folder = temporaryFolder()
beforeAll(async () => {
  await writeSampleSession(join(folder, 'sample-data'))
  for (const line of shellLines.filter((candidate) => /export .*(npz|pkl)$/.test(candidate))) {
    const [, , ...args] = line.split(' ')
    expect(await run(args, { cwd: folder })).toMatchObject({ code: 0 })
  }
})

test("the README's Python reads the files that its commands write", () => {
  const [program] = examples('python')
  const printed = runPython(`import os; os.chdir(${JSON.stringify(folder)})\n${program}`)
  expect(printed).toMatch(/^\(1000, 11\)\n\[.*\]\n\d+\n$/)
})
