import { connect } from 'node:net'

/**
 * Where pieces of an answer arrive, and the answer itself: memory that is there already, so that
 * what is measured is the server.
 */
const arrival = Buffer.allocUnsafeSlow(1 << 20)
let kept = Buffer.allocUnsafeSlow(1 << 24)

/**
 * Fetch a file of a server on this machine whose length is announced, over a connection of
 * its own, as a program would that receives into memory of its own. One at a time: the
 * bytes hold until the next call.
 */
export function receive(url: string): Promise<Buffer> {
  const { hostname, port, pathname, search, host } = new URL(url)
  let headers = ''
  let length = 0
  let received = 0
  return new Promise((resolve, reject) => {
    const take = (bytes: Buffer) => {
      if (received + bytes.length > kept.length) throw new RangeError('more than was announced')
      received += bytes.copy(kept, received)
    }
    const callback = (count: number) => {
      const piece = arrival.subarray(0, count)
      if (length > 0) take(piece)
      else {
        headers += piece.toString('latin1')
        const end = headers.indexOf('\r\n\r\n')
        if (end < 0) return true
        length = Number(/^content-length: (\d+)$/im.exec(headers)?.[1])
        if (!headers.startsWith('HTTP/1.1 200 ') || !(length > 0)) {
          socket.destroy(new Error(headers.slice(0, 500)))
          return false
        }
        if (length > kept.length) kept = Buffer.allocUnsafeSlow(length)
        take(Buffer.from(headers.slice(end + 4), 'latin1'))
      }
      if (received === length) {
        socket.destroy()
        resolve(kept.subarray(0, length))
      }
      return true
    }
    const onread = { buffer: arrival, callback }
    const socket = connect({ host: hostname, port: Number(port), onread })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error(`it ended after ${received} of ${length} bytes`)))
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  })
}
