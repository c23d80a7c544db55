import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { run } from './run-command.ts'

/** What the tab key offers behind some words. */
async function offered(...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(['complete', '--', ...words])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => line.split('\t')[0])
}

describe('spikeql completion', () => {
  test('prints a script that bash takes', async () => {
    const { code, stdout } = await run(['completion', 'bash'])
    expect(code).toBe(0)
    expect(stdout).toContain('complete -F')
    execFileSync('bash', ['-n'], { input: stdout })
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
})
