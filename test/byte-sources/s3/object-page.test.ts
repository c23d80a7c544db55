import { expect, test } from 'vitest'
import { parsePage } from '../../../src/byte-sources/s3/object-page.ts'

const listing = (inner: string) =>
  `<?xml version="1.0"?><ListBucketResult><Name>lab</Name>${inner}</ListBucketResult>`

test('a page has objects and folders, one or many', () => {
  const object =
    '<Contents><Key>a/1.nwb</Key><Size>7</Size><ETag>&quot;t&quot;</ETag><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>'
  const folder = '<CommonPrefixes><Prefix>a/b/</Prefix></CommonPrefixes>'
  expect(parsePage(listing(object + folder), 's3://lab')).toEqual({
    objects: [{ key: 'a/1.nwb', size: 7, etag: '"t"', lastModified: '2026-01-01T00:00:00Z' }],
    prefixes: ['a/b/'],
    nextToken: null,
  })
  expect(parsePage(listing('<Contents><Key>12</Key><Size>1</Size></Contents>'), 's')).toEqual({
    objects: [{ key: '12', size: 1, etag: null, lastModified: null }],
    prefixes: [],
    nextToken: null,
  })
})

test.each([
  ['true', 'next'],
  ['false', null],
])('where it is cut off is %s: it goes on at %s', (isTruncated, nextToken) => {
  const inner = `<IsTruncated>${isTruncated}</IsTruncated><NextContinuationToken>next</NextContinuationToken>`
  expect(parsePage(listing(inner), 's').nextToken).toBe(nextToken)
})

test.each([
  ['<Error><Code>AccessDenied</Code></Error>', 'its listing is not that of a bucket'],
  ['', 'its listing is not that of a bucket'],
])('%s is not a page', (xml, message) => {
  expect(() => parsePage(xml, 's3://lab')).toThrow(message)
})
