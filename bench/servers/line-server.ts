// `node line-server.js FILE LATENCY_MS MEGABYTES_PER_SECOND`: serves a file by byte ranges over a
// line that is as slow as that, and counts what goes through it.
import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const [path = '', latency = '0', megabytes = '0'] = process.argv.slice(2)
const { size } = statSync(path)
const bytesPerMs = 1000 * Number(megabytes)
const counts = { requests: 0, bytes: 0 }
/** ms; when the line, which all share, is free again */
let freeAt = 0

async function send(response: ServerResponse, start: number, end: number): Promise<void> {
  for await (const piece of createReadStream(path, { start, end: end - 1 })) {
    const { length } = piece as Buffer
    freeAt = Math.max(freeAt, performance.now()) + length / bytesPerMs
    const wait = freeAt - performance.now()
    // A timer is not more exact than this.
    if (wait > 4) await sleep(wait)
    counts.bytes += length
    if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve))
  }
  response.end()
}

const server = createServer(async ({ url, headers }, response) => {
  if (url === '/counts') {
    response.end(JSON.stringify(counts))
    return
  }
  counts.requests++
  await sleep(Number(latency))
  const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  if (from === undefined) {
    response.writeHead(400).end()
    return
  }
  const end = Math.min(size, Number(last) + 1)
  response.writeHead(206, {
    etag: '"one"',
    'content-range': `bytes ${from}-${end - 1}/${size}`,
    'content-length': end - Number(from),
  })
  await send(response, Number(from), end)
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
