import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PlainSpikes } from '../../../../src/nwb/spikes/sources/plain-spikes.ts'
import { FarFile } from '../../../support/recordings/far-file.ts'
import { temporaryFolder } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** A file in pages of 4096 bytes, 512 entries, that holds so many spikes from a position on. */
function open(position: number, count = 1200) {
  const path = join(folder, crypto.randomUUID())
  const spikes = Float64Array.from({ length: count }, (_, i) => i / 2)
  writeFileSync(path, Buffer.concat([Buffer.alloc(position), Buffer.from(spikes.buffer)]))
  const far = new FarFile(path)
  return { far, spikes: new PlainSpikes(far, position, count) }
}

const range = (from: number, to: number) => ({ from, to })

test('entries are read from where they lie', () => {
  const { spikes } = open(2048)
  const target = new Float64Array(5)
  spikes.read(target.subarray(1, 4), 700)
  expect(target).toEqual(Float64Array.of(0, 350, 350.5, 351, 0))
  expect(spikes.readMany([range(1199, 1200), range(0, 2), range(4, 4)])).toEqual([
    Float64Array.of(599.5),
    Float64Array.of(0, 0.5),
    new Float64Array(0),
  ])
})

test('several ranges wait once, and what was fetched before not at all', () => {
  const { far, spikes } = open(2048)
  expect(spikes).toMatchObject({ readsAnywhere: true, latency: 0.08 })
  spikes.readMany([range(0, 2), range(1199, 1200)])
  expect([far.waits, far.bytesFetched]).toEqual([1, 2 * 4096])
  const other = open(2048)
  // Entry 256 begins the second page.
  other.spikes.prefetch([range(255, 257)])
  expect([other.far.waits, other.far.bytesFetched]).toEqual([0, 2 * 4096])
})

test('entries take whole pages, each once', () => {
  const { spikes } = open(2048)
  expect(spikes.bytesOf([range(255, 256)])).toBe(4096)
  expect(spikes.bytesOf([range(255, 257)])).toBe(2 * 4096)
  expect(spikes.bytesOf([range(300, 301), range(0, 1), range(255, 256)])).toBe(2 * 4096)
})

test.each([
  [4096, 0],
  [8192 + 16, 510],
  [2048, 256],
  [4096 + 12, 510],
  [4095, 0],
])('from byte %d on, the first page begins %d entries after the first', (position, entries) => {
  expect(open(position).spikes.pagePhase).toBe(entries)
})

test('the layout says where the entries lie', () => {
  expect(open(2048, 3).spikes.layout).toEqual({ kind: 'plain', position: 2048, length: 3 })
})
