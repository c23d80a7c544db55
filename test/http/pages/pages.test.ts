import { afterEach, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'
import { pagesFolder } from '../../support/built.ts'

const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function start(): Promise<string> {
  const { catalog } = await oneSession(smallSession)
  const server = await startServer({
    catalog,
    host: '127.0.0.1',
    port: 0,
    version: 'test',
    pagesFolder,
    corsOrigins: ['https://lab.example'],
  })
  running.push(server)
  return server.url
}

const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

describe('/', () => {
  test('is the explorer for browsers, and tells programs where to ask', async () => {
    const url = await start()
    const page = await fetch(url, browser)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('vary')).toBe('Origin, Accept-Encoding, Accept')
    expect(await page.text()).toContain('<title>SpikeQL</title>')
    const program = await fetch(url)
    expect(program.headers.get('vary')).toBe('Origin, Accept-Encoding, Accept')
    expect(await program.json()).toMatchObject({ name: 'SpikeQL', graphiql: '/graphiql' })
  })

  test('has no script or style of its own, and may load nothing from elsewhere', async () => {
    const page = await fetch(await start(), browser)
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    )
    const text = await page.text()
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|style=|\son\w+=|https?:/)
  })

  test('loads scripts that a browser keeps for good', async () => {
    const url = await start()
    const [, script] = (await (await fetch(url, browser)).text()).match(/src="\.(.+?\.js)"/) ?? []
    const response = await fetch(`${url}${script}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await response.text()).includes('No sessions yet.')).toBe(true)
  })

  test('sends scripts compressed to who takes them so', async () => {
    const url = await start()
    const [, script] = (await (await fetch(url, browser)).text()).match(/src="\.(.+?\.js)"/) ?? []
    const sendQuery = async (encoding: string) => {
      const response = await fetch(`${url}${script}`, { headers: { 'accept-encoding': encoding } })
      const { headers } = response
      return {
        text: await response.text(),
        encoding: headers.get('content-encoding'),
        length: Number(headers.get('content-length')),
        type: headers.get('content-type'),
        vary: headers.get('vary'),
      }
    }
    const plain = await sendQuery('identity')
    const compressed = await sendQuery('br')
    expect(plain.encoding).toBeNull()
    expect(compressed.encoding).toBe('br')
    expect(compressed.length).toBeLessThan(plain.length / 2)
    expect(compressed.type).toBe(plain.type)
    expect(compressed.vary).toBe('Origin, Accept-Encoding')
    expect(compressed.text === plain.text).toBe(true)
  })
})

describe('/graphiql', () => {
  test('is a page that may load nothing from elsewhere', async () => {
    const page = await fetch(`${await start()}/graphiql`, browser)
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    )
    expect(await page.text()).toContain('<title>GraphiQL · SpikeQL</title>')
  })

  test('is found with a slash at its end, too', async () => {
    const url = await start()
    const page = await fetch(`${url}/graphiql/?query=%7B__typename%7D`, browser)
    expect(page.url).toBe(`${url}/graphiql?query=%7B__typename%7D`)
  })
})

describe('/assets', () => {
  test.each(['/assets/', '/assets/nothing.js', '/assets/../index.html', '/assets/%2e%2e/.made-of'])(
    'gives nothing at %s',
    async (path) => {
      const response = await fetch(`${await start()}${path}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      })
    },
  )
})
