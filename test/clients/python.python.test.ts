import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { testPython } from '../support/python/python.ts'
import { sampleFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const served = new SharedFolder(sampleFolder)
const cwd = fileURLToPath(new URL('../../clients/python', import.meta.url))

test('the tests of the Python package pass, against a server of this process', async () => {
  const env = {
    ...process.env,
    SPIKEQL_URL: served.url,
    PYTHONPATH: 'src',
    PYTHONDONTWRITEBYTECODE: '1',
  }
  const args = ['-W', 'error', '-m', 'unittest', 'discover', '-s', 'tests']
  const { stderr } = await promisify(execFile)(testPython(), args, { cwd, env })
  expect(stderr).toMatch(/Ran 2\d tests in .*\n\nOK\n$/)
})

test('the example of docs/clients.md runs', async () => {
  const page = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8')
  const [, example = ''] = /^```python\n([\s\S]*?)^```/m.exec(page) ?? []
  const code = `${example}print(counts.shape, len(spikes))`
  const env = { ...process.env, PYTHONPATH: 'src', PYTHONDONTWRITEBYTECODE: '1' }
  const args = ['-W', 'error', '-c', code.replace('http://127.0.0.1:4000', served.url)]
  const { stdout } = await promisify(execFile)(testPython(), args, { cwd, env })
  expect(stdout).toBe('(3, 11) 11\n')
})
