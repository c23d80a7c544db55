import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
import { smallCache } from '../../support/write-cache.ts'
import { start } from '../run-command.ts'
import { run } from '../run-in-one-process.ts'

const folder = temporaryFolder()
let folders = 0
const freshFolder = () => join(folder, `${folders++}`)
const prefix = 'visual-coding-neuropixels/ecephys-cache/'
const text = (content: string) => new TextEncoder().encode(content)
/** Four parts of 8 MiB, the last one short. */
const large = new Uint8Array(28 * 2 ** 20).map((_, i) => (i * 31 + (i >> 12)) & 0xff)

let server: S3Server

beforeAll(async () => {
  server = await S3Server.start('allen-brain-observatory')
  for (const [name, content] of Object.entries(smallCache)) {
    server.put(`${prefix}${name}`, text(content))
  }
  server.put(`${prefix}session_1/session_1.nwb`, large)
  server.put(`${prefix}session_1/probe_10_lfp.nwb`, text('potentials'))
  server.put(`${prefix}session_2/session_2.nwb`, text('second'))
})

afterAll(() => server[Symbol.asyncDispose]())

const withServer = (...args: string[]) => ['download', ...args, '--s3-endpoint', server.endpoint]

describe('spikeql download', () => {
  test('lays a session out as the AllenSDK does, with its tables', async () => {
    const to = freshFolder()
    const { code, stdout, stderr } = await run(withServer('2', '--to', to))
    expect([code, stderr.split('\n')[0]]).toEqual([
      0,
      `1 session in 6 files from allen://visual-coding, to ${to}.`,
    ])
    expect(readdirSync(to, { recursive: true }).sort()).toEqual([
      'channels.csv',
      'manifest.json',
      'probes.csv',
      'session_2',
      'session_2/session_2.nwb',
      'sessions.csv',
      'units.csv',
    ])
    expect(readFileSync(join(to, 'session_2/session_2.nwb'), 'utf8')).toBe('second')
    expect(stdout).toContain(
      `${join(to, 'session_2/session_2.nwb')} (6 bytes), checked by its entity tag`,
    )
    const again = await run(withServer('2', '--to', to))
    expect(again.stdout).toContain('session_2.nwb (6 bytes), already there')
  })

  test('takes the sessions that recorded some areas, with the files of their probes', async () => {
    const to = freshFolder()
    const { code } = await run(withServer('--areas', 'V1', '--lfp', '--to', to))
    expect(code).toBe(0)
    expect(readdirSync(join(to, 'session_1')).sort()).toEqual(['probe_10_lfp.nwb', 'session_1.nwb'])
    expect(existsSync(join(to, 'session_2'))).toBe(false)
  })

  test.each([
    [
      'of no session',
      [],
      'Name sessions by their ids, or select them with --areas or --session-type. allen://visual-coding has 2 sessions, such as 1.',
    ],
    ['of an unknown session', ['77'], 'allen://visual-coding has no session 77.'],
    [
      'of areas that none recorded',
      ['--areas', 'CA1'],
      'No session of allen://visual-coding matches. If no table lists the areas of a session, name its id.',
    ],
  ])('%s says so', async (_, args, message) => {
    const { code, stderr } = await run(withServer(...args, '--to', freshFolder()))
    expect([code, stderr]).toEqual([1, `error: ${message}\n`])
  })

  test('goes on after it was killed at any moment, and ends with the right file', async () => {
    const to = freshFolder()
    const target = join(to, 'session_1/session_1.nwb')
    const done = () => journaledParts(`${target}.part.journal`)
    const { handler } = server.ranges
    for (const parts of [1, 2, 3]) {
      // One more part comes; the others are under way when the process is killed.
      let received = 0
      server.ranges.handler = (request, response) => {
        const isData =
          request.headers.range !== 'bytes=0-0' && request.url?.includes('session_1.nwb')
        return isData && ++received > 1 ? true : handler(request, response)
      }
      const running = start(withServer('1', '--to', to))
      await expect.poll(done).toBe(parts)
      running.process.kill('SIGKILL')
      await running.ended
      expect(done()).toBe(parts)
      expect(existsSync(target)).toBe(false)
    }
    server.ranges.handler = handler
    expect((await run(withServer('1', '--to', to))).code).toBe(0)
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect(hash(readFileSync(target))).toBe(hash(large))
    expect(readdirSync(join(to, 'session_1'))).toEqual(['session_1.nwb'])
  })

  test('ends at Ctrl-C, and keeps what it has', async () => {
    const to = freshFolder()
    const target = join(to, 'session_1/session_1.nwb')
    const { handler } = server.ranges
    let parts = 0
    server.ranges.handler = (request, response) => {
      const isData = request.headers.range !== 'bytes=0-0' && request.url?.includes('session_1.nwb')
      // The third part is never answered.
      return isData && ++parts > 2 ? true : handler(request, response)
    }
    const running = start(withServer('1', '--to', to))
    await expect.poll(() => journaledParts(`${target}.part.journal`)).toBe(2)
    running.process.kill('SIGINT')
    const { code, stderr } = await running.ended
    server.ranges.handler = handler
    expect(code).toBe(130)
    expect(stderr).toContain('stopped by SIGINT')
    expect(readdirSync(join(to, 'session_1')).sort()).toEqual([
      'session_1.nwb.part',
      'session_1.nwb.part.journal',
    ])
    expect(statSync(`${target}.part`).size).toBe(large.length)
    expect((await run(withServer('1', '--to', to))).code).toBe(0)
    expect(readFileSync(target).equals(large)).toBe(true)
  })

  test('does not leave its folder, whatever a server calls a file', async () => {
    const evil = await S3Server.start('lab', { 'mice/../../evil.nwb': text('evil') })
    const to = freshFolder()
    const { code, stderr } = await run([
      ...['download', 'evil', '--from', 's3://lab/mice/', '--to', to],
      ...['--s3-endpoint', evil.endpoint],
    ])
    await evil[Symbol.asyncDispose]()
    expect(code).toBe(1)
    expect(stderr).toContain(`../../evil.nwb is not a path inside ${to}.`)
    expect(existsSync(join(folder, '..', 'evil.nwb'))).toBe(false)
  })
})

/** Parts that a journal has, each in a line that is whole. */
function journaledParts(journal: string): number {
  if (!existsSync(journal)) return 0
  return new Set(readFileSync(journal, 'utf8').split('\n').slice(1, -1)).size
}
