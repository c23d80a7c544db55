import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { Drain } from '../../../src/http/guards/drain.ts'

test('requests that were sent before the listener closes are answered, however many', async () => {
  const app = fastify({ forceCloseConnections: 'idle' })
  const drain = new Drain()
  drain.addTo(app)
  app.get('/', async () => 'here')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const clients = Array.from({ length: 60 }, () => {
    const socket = connect(port, '127.0.0.1')
    const received: Buffer[] = []
    socket.on('data', (bytes) => received.push(bytes))
    const ended = once(socket, 'close').then(() => Buffer.concat(received).toString())
    return { socket, ended }
  })
  await Promise.all(
    clients.map(async ({ socket }) => {
      await once(socket, 'connect')
      socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    }),
  )
  const drained = drain.close(app, { delaySeconds: 0, patienceSeconds: 60 })
  const responses = await Promise.all(clients.map(({ ended }) => ended))
  expect(await drained).toEqual({ cutRequests: 0 })
  expect(new Set(responses.map((response) => response.split('\r\n')[0]))).toEqual(
    new Set(['HTTP/1.1 200 OK']),
  )
})
