import { Agent, type IncomingMessage, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/**
 * Ask a server on this machine; settles when the last byte is here. A
 * status other than 200 is an error.
 */
export function fetchBytes(url: string, body?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : jsonHeaders(body)
    const outgoing = request(
      url,
      { method: body === undefined ? 'GET' : 'POST', agent, headers },
      (response) => collect(response).then(resolve, reject),
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** The data of a GraphQL query. */
export async function query<Data>(
  server: string,
  text: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  return toData<Data>(await fetchBytes(`${server}/graphql`, queryBody(text, variables)))
}

export const queryBody = (text: string, variables: Record<string, unknown> = {}): string =>
  JSON.stringify({ query: text, variables })

export function toData<Data>(bytes: Buffer): Data {
  const { data, errors } = JSON.parse(bytes.toString()) as { data: Data; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

const jsonHeaders = (body: string) => ({
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
})

/**
 * By events: an iterator would take a turn of the event loop for each of the hundreds of pieces.
 */
function collect(response: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    response.on('data', (piece: Buffer) => pieces.push(piece))
    response.once('error', reject)
    response.once('end', () => {
      const bytes = Buffer.concat(pieces)
      if (response.statusCode === 200) resolve(bytes)
      else reject(new Error(`${response.statusCode}: ${bytes.toString('utf8', 0, 500)}`))
    })
  })
}
