import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { openPlace } from '../../../src/catalog/remote/open-place.ts'
import { linksIn } from '../../../src/catalog/web/index-page.ts'
import { MemoryIndex } from '../../support/memory/memory-index.ts'
import { RangeServer } from '../../support/servers/remote/range-server.ts'

const folder = new URL('https://example.org/data/')
const paths = (html: string) => linksIn(html, folder).map(({ pathname }) => pathname)

describe('linksIn', () => {
  test('reads an index page of nginx', () => {
    const html = `<html>\r
<head><title>Index of /data/</title></head>\r
<body>\r
<h1>Index of /data/</h1><hr><pre><a href="../">../</a>\r
<a href="session_1/">session_1/</a>                    29-Nov-2026 06:00       -\r
<a href="a%20b.nwb">a b.nwb</a>                        29-Nov-2026 06:00       7\r
</pre><hr></body>\r
</html>\r
`
    expect(paths(html)).toEqual(['/data/session_1/', '/data/a%20b.nwb'])
  })

  test('reads one of Apache, whose headings sort it', () => {
    const html = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html><body><h1>Index of /data</h1><table>
<tr><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=S;O=A">Size</a></th></tr>
<tr><td><a href="/">Parent Directory</a></td><td>&nbsp;</td></tr>
<tr><td><a href="a&amp;b.nwb">a&amp;b.nwb</a></td><td align="right">7</td></tr>
<tr><td><A HREF='/data/c.nwb'>c.nwb</A></td></tr>
</table></body></html>`
    expect(paths(html)).toEqual(['/data/a&b.nwb', '/data/c.nwb'])
  })

  test('follows no link to another place', () => {
    const html = `<a href="https://elsewhere.org/data/a.nwb">a</a><a href="//elsewhere.org/data/a.nwb">
a</a><a href="../other/a.nwb">a</a><a href="%2e%2e/a.nwb">a</a><a href="javascript:alert(1)">a</a>
<a href="deep/er/a.nwb">a</a><a name="top">a</a><a href="">a</a><a href="#end">a</a>
<!-- <a href="hidden.nwb"> -->`
    expect(paths(html)).toEqual([])
  })
})

describe('a folder of a web server', () => {
  let server: RangeServer
  let client: RemoteClient
  let pages: Record<string, string>
  let contentType: string

  beforeEach(async () => {
    server = await RangeServer.start()
    client = new RemoteClient({ retryPolicy: { attempts: 1 } })
    contentType = 'text/html; charset=utf-8'
    pages = {}
    server.handler = (request, response) => {
      const page = pages[request.url ?? '']
      if (page === undefined) return false
      response.writeHead(200, { 'content-type': contentType }).end(page)
      return true
    }
  })

  afterEach(async () => {
    await client.close()
    await server[Symbol.asyncDispose]()
  })

  const list = () =>
    openPlace(`${server.origin}/data/`, { client, index: new MemoryIndex() }).list()

  test('has the recordings in it, and in the folders below, with their probes', async () => {
    pages['/data/'] =
      '<a href="../">..</a><a href="session_1/">s</a><a href="b.nwb">b</a><a href="c.nwb.zarr/">c</a>'
    pages['/data/session_1/'] =
      '<a href="../">..</a><a href="session_1.nwb">s</a><a href="probe_7_lfp.nwb">p</a>'
    const { recordings, refused } = await list()
    expect(
      recordings.map(({ id, address, localPath, probeFiles }) => [
        id,
        address.text,
        localPath,
        probeFiles.map(({ probeId }) => probeId),
      ]),
    ).toEqual([
      ['b', `${server.origin}/data/b.nwb`, 'b.nwb', []],
      ['1', `${server.origin}/data/session_1/session_1.nwb`, 'session_1/session_1.nwb', ['7']],
    ])
    expect(refused).toMatchObject([{ fileName: 'c.nwb.zarr', error: { code: 'ZARR_STORE' } }])
  })

  test('that is not listed as a page is refused', async () => {
    contentType = 'application/json'
    pages['/data/'] = '[]'
    await expect(list()).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail: `${server.origin}/data/ is not an index page (application/json)`,
    })
  })

  test('that lists folders without end is refused', async () => {
    server.handler = (_, response) => {
      response.writeHead(200, { 'content-type': contentType }).end('<a href="deeper/">deeper</a>')
      return true
    }
    await expect(list()).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail: 'it has folders more than 3 deep; name one inside it',
    })
  })
})
