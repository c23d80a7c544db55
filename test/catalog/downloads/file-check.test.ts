import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestOf, matchesTag } from '../../../src/catalog/downloads/file-check.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const path = join(temporaryFolder(), 'file')
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest()
/** Two parts of 5 MiB and the rest, or three of 5 MB and the rest. */
const content = Uint8Array.from({ length: 3 * 5_000_000 + 7 }, (_, i) => (i * 7) % 253)
writeFileSync(path, content)

/** As S3 makes it of a file that is uploaded in parts. */
function multipartTag(partBytes: number): string {
  const parts: Buffer[] = []
  for (let at = 0; at < content.length; at += partBytes) {
    parts.push(md5(content.subarray(at, at + partBytes)))
  }
  return `"${md5(Buffer.concat(parts)).toString('hex')}-${parts.length}"`
}

test('a digest is that of the whole file', async () => {
  const expected = createHash('blake2b512').update(content).digest('hex')
  expect(await digestOf(path, 'blake2b512')).toBe(expected)
})

test.each([
  ['parts of 5 MiB', multipartTag(5 * 2 ** 20), true],
  ['parts of 5 MB', multipartTag(5_000_000), true],
  ['the whole', `"${md5(content).toString('hex')}"`, true],
  ['parts of an unusual size', multipartTag(6_543_210), null],
  ['other bytes', `"${'0'.repeat(32)}-3"`, null],
  ['no digest', '"v1"', null],
])('an entity tag of %s', async (_, tag, expected) => {
  expect(await matchesTag(path, content.length, tag)).toBe(expected)
})
