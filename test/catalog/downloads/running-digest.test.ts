import { createHash } from 'node:crypto'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RunningDigest } from '../../../src/catalog/downloads/running-digest.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const path = join(temporaryFolder(), 'a.part')
const content = Uint8Array.from({ length: 3_500_000 }, (_, i) => (i * i) % 251)
const layout = { size: content.length, partBytes: 1_000_000 }
const expected = createHash('sha256').update(content).digest('hex')

test('a running digest is that of the file, in whatever order its parts come', async () => {
  writeFileSync(path, content)
  const digest = new RunningDigest(path, 'sha256', layout, [])
  for (const part of [2, 0, 3, 1]) digest.add(part)
  expect(await digest.finish()).toBe(expected)
})

test('a running digest has the parts that were there before', async () => {
  writeFileSync(path, content)
  const digest = new RunningDigest(path, 'sha256', layout, [0, 1, 3])
  digest.add(2)
  expect(await digest.finish()).toBe(expected)
  expect(await new RunningDigest(path, 'sha256', layout, [0, 1, 2, 3]).finish()).toBe(expected)
})

test('a running digest fails without a part, or where the file is shorter', async () => {
  writeFileSync(path, content)
  const digest = new RunningDigest(path, 'sha256', layout, [0, 1, 3])
  await expect(digest.finish()).rejects.toThrow('not whole')
  truncateSync(path, 1_500_000)
  await expect(new RunningDigest(path, 'sha256', layout, [0, 1]).finish()).rejects.toThrow()
})

test('a running digest reads nothing after the parts that are there', async () => {
  writeFileSync(path, content.subarray(0, 1_000_000))
  await expect(new RunningDigest(path, 'sha256', layout, [0]).finish()).rejects.toThrow('not whole')
})
