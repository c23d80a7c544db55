import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleFolder } from '../../support/recordings/sample.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
import { run, type Started, start } from '../run-command.ts'

const folder = temporaryFolder()
let folders = 0
const freshFolder = () => join(folder, `${folders++}`)

const key = 'visual-coding-neuropixels/ecephys-cache/session_810000001/session_810000001.nwb'
const sample = (id: string) => join(sampleFolder, `session_${id}/session_${id}.nwb`)
const recording = readFileSync(sample('810000001'))
/** Of a download. */
const PART = 8 * 2 ** 20
/** Of a file that is opened: they come with its state. */
const FIRST_BYTES = 65_536

let bucket: S3Server
let cache: readonly string[]
const servers: Started[] = []

beforeEach(async () => {
  bucket = await S3Server.start('allen-brain-observatory', { [key]: recording })
  // No page outlives a server, so that what it does not fetch comes from the download.
  cache = ['--cache-dir', freshFolder(), '--cache-gb', '0']
})

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.process.kill('SIGKILL')
    await server.ended
  }
  await bucket[Symbol.asyncDispose]()
})

/** A server; @returns what queries it. */
async function serve(...args: readonly string[]) {
  const server = start([
    ...['serve', ...args, ...cache, '--port', '0', '--look-timeout', '60'],
    ...['--s3-endpoint', bucket.endpoint, '--threads', '1', '--drain-delay', '0'],
  ])
  servers.push(server)
  const [, url] = await server.seen(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/)
  const spikesAfter = async (time: number): Promise<unknown> => {
    const query = `{ sessions { nodes { stimulusEpoch(index: 1) {
      binnedActivity(areas: ["V1"], before: ${-time}, after: ${time + 1}, binSize: 0.5) { counts }
    } } } }`
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return response.json()
  }
  return { server, spikesAfter }
}

/** Begin and end of what was asked of the recording, but for its first bytes. */
function rangesAsked(): [number, number][] {
  return bucket.ranges.requests.flatMap(({ url, headers }) => {
    const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const isData = url?.includes('.nwb') && Number(last) >= FIRST_BYTES
    return isData ? [[Number(from), Number(last) + 1] as [number, number]] : []
  })
}

/** Of a download, only the second part is answered; what is read by ranges is shorter. */
function sendSecondPart(): void {
  const { handler } = bucket.ranges
  bucket.ranges.handler = (request, response) => {
    const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const isPart = Number(last) + 1 - Number(from) > 2 ** 20
    return isPart && Number(from) !== PART ? true : handler(request, response)
  }
}

describe('spikeql serve --download', () => {
  test('keeps a recording that data were read of, and fetches nothing of it again', async () => {
    const kept = freshFolder()
    const first = await serve('allen://visual-coding', '--download', kept)
    const reply = await first.spikesAfter(1)
    const target = join(kept, 'session_810000001/session_810000001.nwb')
    await first.server.seen(/Downloaded .*session_810000001\.nwb \(18\.9 MB\), checked by its/)
    expect(readFileSync(target).equals(recording)).toBe(true)
    expect(readdirSync(join(target, '..'))).toEqual(['session_810000001.nwb'])
    const requested = rangesAsked().length
    expect(await first.spikesAfter(3)).toMatchObject({ data: {} })
    const second = await serve('allen://visual-coding', '--download', kept)
    expect(await second.spikesAfter(1)).toEqual(reply)
    expect(await second.spikesAfter(2)).toMatchObject({ data: {} })
    expect(rangesAsked()).toHaveLength(requested)
  })

  test('downloads nothing for a list of sessions', async () => {
    const kept = freshFolder()
    const { server } = await serve('allen://visual-coding', '--download', kept)
    server.process.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(existsSync(kept)).toBe(false)
  })

  test('goes on where a server was killed that downloaded', async () => {
    const kept = freshFolder()
    const { handler } = bucket.ranges
    sendSecondPart()
    const first = await serve('allen://visual-coding', '--download', kept)
    const reply = await first.spikesAfter(1)
    const target = join(kept, 'session_810000001/session_810000001.nwb')
    await secondPart(target)
    first.server.process.kill('SIGKILL')
    await first.server.ended
    bucket.ranges.handler = handler
    const requested = rangesAsked().length
    const second = await serve('allen://visual-coding', '--download', kept)
    expect(await second.spikesAfter(1)).toEqual(reply)
    await second.server.seen(/Downloaded /)
    expect(readFileSync(target).equals(recording)).toBe(true)
    expect(rangesAsked().slice(requested).filter(isInSecondPart)).toEqual([])
  })

  test.each([
    [
      ['session_1.nwb', '--download', 'kept'],
      '--download keeps remote recordings. Name an address, such as allen://visual-coding.',
    ],
    [
      ['allen://visual-coding', '--download', 'kept', '--no-cache'],
      '--download needs the cache folder: leave out --no-cache.',
    ],
  ])('with %s says what is missing', async (args, message) => {
    const { code, stderr } = await run(['serve', ...args, '--port', '0'])
    expect([code, stderr]).toEqual([1, `error: ${message}\n`])
  })
})

describe('spikeql serve beside a download', () => {
  test('reads parts that have come, also after the download was killed', async () => {
    const to = freshFolder()
    sendSecondPart()
    const download = start([
      ...['download', '810000001', '--to', to, ...cache],
      ...['--s3-endpoint', bucket.endpoint],
    ])
    servers.push(download)
    await secondPart(join(to, 'session_810000001/session_810000001.nwb'))
    const requested = rangesAsked().length
    const { spikesAfter } = await serve('allen://visual-coding')
    const during = await spikesAfter(1)
    download.process.kill('SIGKILL')
    await download.ended
    const later = await spikesAfter(3)
    expect(rangesAsked().slice(requested).filter(isInSecondPart)).toEqual([])
    cache = ['--cache-dir', freshFolder(), '--cache-gb', '0']
    const local = await serve(sample('810000001'))
    expect([during, later]).toEqual([await local.spikesAfter(1), await local.spikesAfter(3)])
  })

  test('reads none of the parts of a file that has changed', async () => {
    const to = freshFolder()
    const { handler } = bucket.ranges
    sendSecondPart()
    const download = start([
      ...['download', '810000001', '--to', to, ...cache],
      ...['--s3-endpoint', bucket.endpoint],
    ])
    servers.push(download)
    await secondPart(join(to, 'session_810000001/session_810000001.nwb'))
    download.process.kill('SIGKILL')
    await download.ended
    bucket.ranges.handler = handler
    bucket.put(key, readFileSync(sample('820000001')))
    const requested = rangesAsked().length
    const changed = await serve('allen://visual-coding')
    const reply = await changed.spikesAfter(1)
    expect(rangesAsked().slice(requested).filter(isInSecondPart)).not.toEqual([])
    cache = ['--cache-dir', freshFolder(), '--cache-gb', '0']
    const local = await serve(sample('820000001'))
    expect(reply).toEqual(await local.spikesAfter(1))
  })
})

/** Settles when a download has its second part on the disk, and no other. */
async function secondPart(target: string): Promise<void> {
  const parts = () => {
    const journal = `${target}.part.journal`
    const [, ...lines] = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : []
    return lines.slice(0, -1).map((line) => Number.parseInt(line, 10))
  }
  await expect.poll(parts, { timeout: 60_000 }).toEqual([1])
}

const isInSecondPart = ([from, to]: [number, number]) => from < 2 * PART && to > PART
