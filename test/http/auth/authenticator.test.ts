import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { AuthFile } from '../../../src/http/auth/auth-file.ts'
import { Authenticator, hasExpired } from '../../../src/http/auth/authenticator.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { testToken } from '../../support/servers/authorized-server.ts'

const folder = temporaryFolder()
const groups = { claim: 'groups', value: 'lab', scopes: ['read'] }
const proxy = { trusted: ['10.0.0.0/8'], grants: [groups] }

async function identify(file: object, headers: Record<string, unknown>, remote = '10.1.2.3') {
  const path = join(folder, 'tokens.json')
  await writeFile(path, JSON.stringify(file))
  const authenticator = new Authenticator(await AuthFile.open(path, { warn: () => {} }))
  const request = { headers, raw: { socket: { remoteAddress: remote } } }
  return authenticator.identify(request as unknown as FastifyRequest)
}

describe('a token', () => {
  const { text, stored } = testToken('ann', { sessions: ['7*'], requestsPerMinute: 5 })

  test('is of whom the file says, with the grants and limits that it has there', async () => {
    const known = {
      principal: {
        key: `token:${stored.id}`,
        name: 'ann',
        grants: [{ scopes: ['read'], sessions: ['7*'], places: ['*'] }],
        limits: { requestsPerMinute: 5, cellsPerMinute: null },
      },
    }
    const file = { tokens: [testToken('other', {}).stored, stored] }
    expect(await identify(file, { authorization: `bearer   ${text} ` })).toEqual(known)
    expect(await identify(file, { cookie: `spikeql_token=${text}` })).toEqual(known)
  })

  test('in a header counts before one in a cookie', async () => {
    const headers = { authorization: 'Bearer wrong', cookie: `spikeql_token=${text}` }
    expect(await identify({ tokens: [stored] }, headers)).toEqual({
      principal: null,
      reason: 'not valid',
    })
  })
})

describe('a proxy', () => {
  const known = (key: string, name: string) => ({
    principal: {
      key,
      name,
      grants: [expect.objectContaining({ claim: 'groups' })],
      limits: { requestsPerMinute: null, cellsPerMinute: null },
    },
  })

  test('is believed where it is trusted, and nowhere else', async () => {
    const headers = { 'x-forwarded-user': 'ann', 'x-forwarded-groups': 'lab' }
    expect(await identify({ proxy }, headers)).toEqual(known('proxy:ann', 'ann'))
    const nobody = { principal: null, reason: 'none given' }
    expect(await identify({ proxy }, headers, '192.168.0.1')).toEqual(nobody)
    expect(await identify({}, headers)).toEqual(nobody)
    expect(await identify({ proxy }, { 'x-forwarded-groups': 'lab' })).toEqual(nobody)
  })

  test('names a user by its own headers, in lower case or not, and for people by e-mail', async () => {
    const named = { ...proxy, userHeader: 'X-User', emailHeader: 'X-Mail', groupsHeader: 'X-Teams' }
    const headers = { 'x-user': 'ann', 'x-mail': 'ann@lab.example', 'x-teams': ['guests', ' lab '] }
    expect(await identify({ proxy: named }, headers)).toEqual(known('proxy:ann', 'ann@lab.example'))
    const byMail = { 'x-mail': 'ann@lab.example', 'x-teams': 'lab' }
    expect(await identify({ proxy: named }, byMail)).toEqual(
      known('proxy:ann@lab.example', 'ann@lab.example'),
    )
  })
})

test('a token has expired from the moment that it names on', () => {
  const expires = '2026-01-02T00:00:00Z'
  const moment = Date.UTC(2026, 0, 2)
  expect([moment - 1, moment, moment + 1].map((now) => hasExpired({ expires }, now))).toEqual([
    false,
    true,
    true,
  ])
  expect(hasExpired({ expires: null }, moment)).toBe(false)
})
