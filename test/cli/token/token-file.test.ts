import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  addToken,
  type CreateOptions,
  listTokens,
  revokeTokens,
} from '../../../src/cli/token/token-file.ts'
import { isSecret, partsOfToken } from '../../../src/http/auth/api-token.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const options: CreateOptions = { scopes: ['read'], sessions: ['*'], places: ['*'] }

const stored = async (file: string) => JSON.parse(await readFile(file, 'utf8'))

describe('a token', () => {
  test('is created with only a hash in the file, for its owner alone', async () => {
    const file = join(folder, 'created.json')
    const { text, summary } = await addToken(file, 'alice', { ...options, cellsPerMinute: 500 })
    const { tokens } = await stored(file)
    expect(tokens).toEqual([
      {
        id: expect.stringMatching(/^[\da-f]{8}$/),
        name: 'alice',
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
        created: expect.any(String),
        expires: null,
        cellsPerMinute: 500,
        ...options,
      },
    ])
    const parts = partsOfToken(text)
    expect(parts?.id).toBe(tokens[0].id)
    expect(isSecret(parts?.secret ?? '', tokens[0].sha256)).toBe(true)
    expect(await readFile(file, 'utf8')).not.toContain(parts?.secret)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(summary).toBe(`Token ${tokens[0].id} of alice does not expire. It is not shown again:`)
  })

  test('lets those read the file who could before', async () => {
    const file = join(folder, 'shared.json')
    await writeFile(file, '{}')
    await chmod(file, 0o640)
    await addToken(file, 'alice', options)
    await revokeTokens(file, ['alice'])
    expect((await stat(file)).mode & 0o777).toBe(0o640)
  })

  test('leaves everything else in the file as it is', async () => {
    const file = join(folder, 'kept.json')
    const oidc = [{ issuer: 'https://i.example', audience: 'a', grants: [{ scopes: ['read'] }] }]
    await writeFile(file, JSON.stringify({ requestsPerMinute: 60, oidc }))
    await addToken(file, 'bob', options)
    expect(await stored(file)).toMatchObject({
      requestsPerMinute: 60,
      oidc,
      tokens: [{ name: 'bob' }],
    })
  })

  test('is listed with what it may do, and revoked by its id or name', async () => {
    const file = join(folder, 'listed.json')
    await addToken(file, 'alice', { ...options, sessions: ['7*'], expires: '2999-01-01' })
    await addToken(file, 'bob', options)
    await addToken(file, 'carol', options)
    const lines = (await listTokens(file)).split('\n').map((line) => line.trim().split(/ {2,}/))
    expect(lines[0]).toEqual([
      'id',
      'name',
      'scopes',
      'sessions',
      'places',
      'per minute',
      'expires',
    ])
    expect(lines[1]?.slice(1)).toEqual([
      'alice',
      'read',
      '7*',
      '*',
      'no limit',
      '2999-01-01T00:00:00.000Z',
    ])
    const [, , bob] = lines
    await expect(revokeTokens(file, ['alice', 'dora'])).rejects.toThrow('has no token "dora"')
    await revokeTokens(file, ['alice', bob?.[0] ?? ''])
    expect((await stored(file)).tokens.map(({ name }: { name: string }) => name)).toEqual(['carol'])
  })

  test.each(['soon', '2020-01-01', '0d'])('cannot expire %s', async (expires) => {
    await expect(addToken(join(folder, 'late.json'), 'a', { ...options, expires })).rejects.toThrow(
      `--expires is "${expires}"; it must be a date in the future`,
    )
  })

  test('is not added to a file that is no such file', async () => {
    const file = join(folder, 'other.json')
    await writeFile(file, '{"name": "package"}')
    await expect(addToken(file, 'a', options)).rejects.toThrow('name is unknown')
    expect(await readFile(file, 'utf8')).toBe('{"name": "package"}')
  })
})
