import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { limitSending } from '../../../src/http/guards/send-deadline.ts'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A client that has asked, and the server's response to it. */
async function sendQuery(reply: (response: ServerResponse) => void) {
  const responses: ServerResponse[] = []
  const server = createServer((_, response) => {
    responses.push(response)
    reply(response)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  client.on('error', () => {})
  client.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await once(server, 'request')
  return { client, response: responses[0] as ServerResponse }
}

const block = Buffer.alloc(2 ** 16)

function* endless() {
  for (;;) yield block
}

/** Takes a little now and then, until the connection ends. */
async function trickle(client: Socket): Promise<void> {
  client.pause()
  while (!client.destroyed && !client.readableEnded) {
    client.read(1000)
    await setTimeout(5)
  }
}

/** Waits for so many bytes, or more. */
async function receive(client: Socket, length: number): Promise<void> {
  for (let received = 0; received < length; ) {
    const [bytes] = await once(client, 'data')
    received += bytes.length
  }
}

test('a client that takes its response a little at a time is cut off', async () => {
  const { client, response } = await sendQuery((reply) => {
    Readable.from(endless()).pipe(reply)
    limitSending(reply, 0.05, 1e9)
  })
  void trickle(client)
  await once(response, 'close')
  expect(response.writableFinished).toBe(false)
  client.destroy()
})

test('a client that falls back behind the slowest rate is', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const { client, response } = await sendQuery((reply) => {
    limitSending(reply, 1, 2 ** 16)
    reply.writeHead(200)
    reply.write(block)
  })
  await receive(client, block.length)
  // A second of patience, and one for the block.
  vi.advanceTimersByTime(1990)
  expect(response.destroyed).toBe(false)
  vi.advanceTimersByTime(20)
  expect(response.destroyed).toBe(true)
  client.destroy()
})

test('a client that keeps up is not, however long its response takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const { client, response } = await sendQuery((reply) => {
    limitSending(reply, 0.05, 2 ** 20)
    reply.writeHead(200)
  })
  for (let i = 0; i < 8; i++) {
    response.write(block)
    await receive(client, block.length)
    // A block takes 1/16 s at the slowest.
    vi.advanceTimersByTime(60)
    expect(response.destroyed).toBe(false)
  }
  response.end()
  await once(response, 'close')
  expect(response.writableFinished).toBe(true)
  client.destroy()
})
