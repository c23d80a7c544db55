import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { packed, projectFolder } from './packed.ts'

const run = promisify(execFile)

describe.each([
  { name: 'spikeql', entries: ['spikeql/server', 'spikeql/reader'] },
  { name: '@spikeql/client', entries: ['@spikeql/client', '@spikeql/client/scalars'] },
] as const)('$name, published', ({ name, entries }) => {
  test('has a package.json without faults', async () => {
    const { archive } = await packed(name)
    const tarball = new Uint8Array(readFileSync(archive)).buffer
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('has types that all resolve', async () => {
    const { archive } = await packed(name)
    const attw = join(projectFolder, 'node_modules/.bin/attw')
    const options = ['--profile', 'esm-only', '--exclude-entrypoints', 'schema.graphql']
    // Any problem is an exit status.
    const { stdout } = await run(attw, [archive, ...options, '--format', 'ascii', '--no-emoji'])
    for (const entry of entries) {
      expect(stdout).toMatch(new RegExp(`"${entry}"\\n\\n.*node16 \\(from ESM\\): OK \\(ESM\\)`))
    }
  })
})
