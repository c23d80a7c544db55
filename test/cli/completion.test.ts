import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { run } from './run-command.ts'

/** What the tab key offers after some words, and `paths` where the shell adds those. */
async function offered(...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(['complete', '--', ...words])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.trimEnd().split('\n')
  const directive = lines.pop()
  expect(directive).toMatch(/^:[04]$/)
  const names = lines.map((line) => line.split('\t')[0])
  return directive === ':0' ? [...names, 'paths'] : names
}

describe('spikeql completion', () => {
  test('prints a script by which bash completes words, and else paths', async () => {
    const { code, stdout } = await run(['completion', 'bash'])
    expect(code).toBe(0)
    const registered = execFileSync('bash', { input: `${stdout}\ncomplete -p spikeql` }).toString()
    expect(registered.trim()).toBe('complete -o default -F __spikeql_complete spikeql')
    expect(stdout).toContain('__spikeql_complete() {')
  })

  test.each(['zsh', 'fish', 'powershell'])('prints a script for %s', async (shell) => {
    const { code, stdout } = await run(['completion', shell])
    expect(code).toBe(0)
    expect(stdout).toMatch(/spikeql complete '?--/)
  })

  test('says which shells there are', async () => {
    const { code, stderr } = await run(['completion', 'csh'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/Allowed choices are bash, zsh, fish, powershell/)
  })

  test('offers commands, options and the values of options', async () => {
    expect(await offered('ser')).toEqual(['serve'])
    expect(await offered('export', 'uni')).toEqual(['units'])
    expect(await offered('serve', '--log')).toEqual(['--log-level'])
    expect(await offered('serve', '--log-level', 'e')).toEqual(['error'])
  })

  test('leaves files and folders to the shell', async () => {
    expect(await offered('serve', 'sam')).toEqual(['paths'])
    expect(await offered('inspect', '')).toEqual(['paths'])
    expect(await offered('export', 'units', '--out', 'un')).toEqual(['paths'])
  })
})
