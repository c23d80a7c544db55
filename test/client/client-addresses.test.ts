import { expect, test } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import { stubServer } from './stub-server.ts'

test.each([
  ['/', '/arrays/x.npy', '/arrays/x.npy'],
  ['/spikeql', '/arrays/x.npy', '/spikeql/arrays/x.npy'],
  ['/spikeql/', '/spikeql/arrays/x.npy', '/spikeql/arrays/x.npy'],
  ['/spikeql/', '/spikeqlarrays/x.npy', '/spikeql/spikeqlarrays/x.npy'],
])('of a server at %s, the address of %s is %s', async (path, href, asked) => {
  const paths: (string | undefined)[] = []
  const url = await stubServer((request, response) => {
    paths.push(request.url)
    response.writeHead(200).end('bytes')
  })
  await createClient(url + path).bytes(href)
  expect(paths).toEqual([asked])
})
