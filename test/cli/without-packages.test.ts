import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commandFile } from '../support/built.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { startProgram } from './run-command.ts'

/** The command, without the packages that it depends on. */
const alone = temporaryFolder()
const bundle = join(alone, 'dist', 'bundle')
cpSync(dirname(commandFile), bundle, { recursive: true, filter: (path) => !/\.wasm$/.test(path) })
cpSync('package.json', join(alone, 'package.json'))

test.each(['--version', 'export dataset --help', 'serve --help'])(
  'spikeql %s loads no package, each file of which takes a millisecond',
  async (words) => {
    const args = words.split(' ')
    const command = startProgram(process.execPath, [join(bundle, 'main.js'), ...args])
    expect(await command.ended).toMatchObject({ code: 0, stderr: '' })
  },
)
