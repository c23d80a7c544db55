import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { refuseRequest } from '../../src/http/error-replies.ts'

test('a request that does not arrive in time is answered in the form of the API', async () => {
  const server = createServer({
    headersTimeout: 50,
    requestTimeout: 50,
    connectionsCheckingInterval: 10,
  })
  server.on('clientError', refuseRequest)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{"query": ')
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes
  })
  await once(socket, 'close')
  server.close()
  const [head = '', body = ''] = received.split('\r\n\r\n')
  expect(head.split('\r\n')).toEqual([
    'HTTP/1.1 408 Request Timeout',
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ])
  expect(JSON.parse(body)).toEqual({
    errors: [
      {
        message: 'The request did not arrive completely in time. Send it again.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ],
  })
})
