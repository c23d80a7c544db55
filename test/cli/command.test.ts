import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEFAULT_MAX_CELLS } from '../../src/graphql/server/limits.ts'
import { run } from './run-command.ts'
import { temporaryFolder } from './sample-folder.ts'

describe('spikeql', () => {
  test('--version prints the version in package.json', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('--help names every command and shows examples', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    for (const word of ['serve', 'inspect', 'export', 'sample', 'Examples:', 'SPIKEQL_DEBUG']) {
      expect(stdout).toContain(word)
    }
  })

  test.each(['serve', 'inspect', 'export', 'sample'])('%s --help shows examples', async (name) => {
    const { code, stdout, stderr } = await run([name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`Usage: spikeql ${name}`)
    expect(stdout).toMatch(new RegExp(`Examples:\\n  spikeql ${name}`))
  })

  test('serve --help shows the limits in force', async () => {
    expect((await run(['serve', '--help'])).stdout).toContain(`(default: ${DEFAULT_MAX_CELLS})`)
  })

  test('without a command prints its help to stderr, as a usage error', async () => {
    const { code, stdout, stderr } = await run([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: spikeql')
  })

  test.each([
    [['serv'], "error: unknown command 'serv' (Did you mean serve?) See spikeql --help.\n"],
    [
      ['serve', '--prot', '1'],
      "error: unknown option '--prot' (Did you mean --port?) See spikeql serve --help.\n",
    ],
    [['inspect'], "error: missing required argument 'file|id'. See spikeql inspect --help.\n"],
    [
      ['serve', '--port', '70000'],
      "error: option '--port <number>' argument '70000' is invalid. It must be a whole number, 0 to 65535. See spikeql serve --help.\n",
    ],
    [
      ['serve', '--request-timeout', '10000000'],
      "error: option '--request-timeout <seconds>' argument '10000000' is invalid. It must be 0.1 to 2147483 seconds. See spikeql serve --help.\n",
    ],
    [
      ['export', 'dataset', 'a.nwb', '--areas', 'V1,,LM'],
      "error: option '--areas <names>' argument 'V1,,LM' is invalid. It must be a comma-separated list of names: a,b,c. See spikeql export dataset --help.\n",
    ],
  ])('tells wrong usage in one line, exit code 2: %j', async (args, stderr) => {
    expect(await run(args)).toEqual({ code: 2, stdout: '', stderr })
  })
})

describe('an error that the user can act on', () => {
  test('is one line, exit code 1: no such file', async () => {
    expect(await run(['inspect', 'no/such.nwb'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: There is no file no/such.nwb.\n',
    })
  })

  test('tells where an id may lie when there is no folder to look in', async () => {
    const { code, stderr } = await run(['inspect', '123'], { cwd: await temporaryFolder() })
    expect(code).toBe(1)
    expect(stderr).toBe(
      'error: There is no file 123; if this is a session id, pass the folder of its file with --path.\n',
    )
  })

  test('tells that the folder is not there', async () => {
    const { code, stderr } = await run(['inspect', '123', '--path', 'no-such-folder'])
    expect(code).toBe(1)
    expect(stderr).toBe('error: No file or folder "no-such-folder". Give a folder of NWB files.\n')
  })

  test('tells why a file cannot be used', async () => {
    const file = join(await temporaryFolder(), 'notes.nwb')
    await writeFile(file, 'no recording')
    const { code, stdout, stderr } = await run(['inspect', file])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^error: notes\.nwb is not an HDF5 file\..*\n$/)
  })

  test('comes with its stack when SPIKEQL_DEBUG is set', async () => {
    const { stderr } = await run(['inspect', 'no/such.nwb'], { env: { SPIKEQL_DEBUG: '1' } })
    expect(stderr).toMatch(/\n {4}at /)
  })
})
