import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import {
  addBasePath,
  basePathOf,
  normalizedPath,
  stripPath,
  withoutBasePath,
} from '../../../src/http/proxy/base-path.ts'
import { trustedAddresses } from '../../../src/http/proxy/trusted-addresses.ts'

test.each([
  ['/spikeql', '/spikeql'],
  ['/lab/spike-ql_1.0~a//', '/lab/spike-ql_1.0~a'],
  ['/', ''],
  ['', ''],
  ['spikeql', ''],
  ['/a b', ''],
  ['/a//b', ''],
  ['/../a', ''],
  ['/a/.', ''],
  ['/..a', '/..a'],
])('the path %o is known as %o', (text, path) => {
  expect(normalizedPath(text)).toBe(path)
})

test.each([
  ['/graphql', '', '/graphql'],
  ['/lab/graphql', '/lab', '/graphql'],
  ['/lab/', '/lab', '/'],
  ['/lab', '/lab', '/'],
  ['/lab?a=1', '/lab', '/?a=1'],
  ['/laboratory', '/lab', '/laboratory'],
  ['/graphql', '/lab', '/graphql'],
])('%s below %o is %s', (url, path, expected) => {
  expect(stripPath(url, path)).toBe(expected)
  expect(withoutBasePath(url, { basePath: path } as never)).toBe(expected)
})

describe('a request', () => {
  const prefix = { 'x-forwarded-prefix': '/lab/' }

  test.each([
    ['is where the operator says', '/own', [], {}, '/own'],
    ['is where a trusted proxy says', '/own', ['loopback'], prefix, '/lab'],
    ['is not where others say', '/own', ['10.0.0.0/8'], prefix, '/own'],
    ['is not at what is no path', '/own', ['loopback'], { 'x-forwarded-prefix': 'lab' }, '/own'],
    ['is at the root otherwise', '', ['loopback'], {}, ''],
  ])('%s', async (_what, own, trusted, headers, expected) => {
    const app = fastify()
    addBasePath(app, own, trustedAddresses(trusted))
    app.get('/', async (request) => ({ path: basePathOf(request) }))
    const response = await app.inject({ url: '/', headers })
    expect(response.json()).toEqual({ path: expected })
    await app.close()
  })
})
