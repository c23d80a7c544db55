import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'
import { packed, projectFolder } from './packed.ts'

const run = promisify(execFile)
const served = new SharedFolder(sampleSessionFolder)
const folder = mkdtempSync(join(tmpdir(), 'spikeql-empty-project-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const { archive } = await packed('@spikeql/client')
  const options = ['--engine-strict', '--offline', '--no-audit', '--no-fund']
  await run('npm', ['install', ...options, archive], { cwd: folder })
})

test('the client is installed into an empty project alone, without a network', () => {
  const packages = join(folder, 'node_modules')
  const found = readdirSync(packages).filter((name) => !name.startsWith('.'))
  expect(found).toEqual(['@spikeql'])
  expect(readdirSync(join(packages, '@spikeql'))).toEqual(['client'])
})

test('the client that was installed asks a server', async () => {
  writeFileSync(
    join(folder, 'ask.js'),
    `import { createClient, EpochActivityDocument } from '@spikeql/client'
const client = createClient('${served.url}')
const { session } = await client.query(EpochActivityDocument, { id: '810000001', epoch: 1, areas: ['V1'] })
const counts = await client.matrix(session.stimulusEpoch.binnedActivity[0])
console.log(counts.shape.join(' x '))
`,
  )
  const { stdout } = await run(process.execPath, ['ask.js'], { cwd: folder })
  expect(stdout).toBe('1000 x 11\n')
})

test('the types that were installed need no others', async () => {
  writeFileSync(
    join(folder, 'ask.ts'),
    `import { createClient, type CountMatrix, SessionDocument, type SessionQuery } from '@spikeql/client'
const client = createClient('/')
export const session: SessionQuery = await client.query(SessionDocument, { id: '1' })
export const counts: CountMatrix = await client.matrix({ href: '/arrays' })
// @ts-expect-error: the id is missing
await client.query(SessionDocument, {})
`,
  )
  const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--types', '']
  const modules = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom']
  const tsc = join(projectFolder, 'node_modules/.bin/tsc')
  const checked = await run(tsc, [...strict, ...modules, 'ask.ts'], { cwd: folder }).catch(
    ({ stdout }: { readonly stdout: string }) => ({ stdout }),
  )
  expect(checked.stdout).toBe('')
})
