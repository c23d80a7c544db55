import { copyFileSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'

const folder = temporaryFolder()
const [first, second] = [join(folder, 'first'), join(folder, 'elsewhere/second')]

/** Served from two folders: the same recording, and one that is edited in the first. */
async function write(): Promise<readonly [string]> {
  for (const place of [first, second]) mkdirSync(place, { recursive: true })
  const units = [{ id: 1, spikes: [0.25, 1.234567, 2] }]
  const intervals = { gabors_presentations: { start: [0], stop: [3], block: [0] } }
  await writeNwb(join(first, 'a.nwb'), { identifier: '7', units, intervals })
  copyFileSync(join(first, 'a.nwb'), join(second, 'renamed.nwb'))
  utimesSync(join(second, 'renamed.nwb'), 1_000_000_000, 1_000_000_000)
  await writeNwb(join(first, 'edited.nwb'), { identifier: '8', units, intervals })
  return [first]
}

const one = new ServedFolder(write)
const other = new ServedFolder(() => [second])

interface Hrefs {
  readonly session: {
    readonly dataset: { readonly href: string }
    readonly binnedActivity: readonly Readonly<Record<'npy' | 'npz' | 'csv' | 'arrow', string>>[]
  }
}

async function hrefsOf(server: ServedFolder, id: string): Promise<string[]> {
  const { session } = await server.data<Hrefs>(
    `query ($id: ID!) { session(id: $id) {
      dataset(areas: [], before: 0, after: 2, binSize: 1) { href }
      binnedActivity(start: 0, stop: 3, binSize: 1, units: { inBrainOnly: false }) {
        npy: href npz: href(format: NPZ) csv: href(format: CSV) arrow: href(format: ARROW)
      }
    } }`,
    { id },
  )
  return [session.dataset.href, ...Object.values(session.binnedActivity[0] ?? {})]
}

async function fetched(url: string) {
  const response = await fetch(url)
  const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { status: response.status, tag: response.headers.get('etag'), bytes }
}

describe('servers of copies that lie elsewhere, are named otherwise and were written later', () => {
  test('give the same addresses, and answer each other’s with the same bytes and tags', async () => {
    const hrefs = await hrefsOf(one, '7')
    expect(hrefs).toHaveLength(5)
    // An empty list is not the default: it asks for all units.
    expect(hrefs[0]).toContain('/dataset.npz?areas=&')
    expect(await hrefsOf(other, '7')).toEqual(hrefs)
    for (const href of hrefs) {
      const reply = await fetched(one.url + href)
      expect(reply.status).toBe(200)
      expect(await fetched(other.url + href)).toEqual(reply)
    }
  })
})

describe('a file in which a spike is moved, whose size and time of modification stay', () => {
  test('has other addresses; the old ones are outdated', async () => {
    const before = await hrefsOf(one, '8')
    const path = join(first, 'edited.nwb')
    const { atime, mtime } = statSync(path)
    const bytes = readFileSync(path)
    bytes.writeDoubleLE(0.5, bytes.indexOf(Buffer.from(Float64Array.of(1.234567).buffer)))
    writeFileSync(path, bytes, { flag: 'r+' })
    utimesSync(path, atime, mtime)
    const after = await hrefsOf(one, '8')
    for (const [i, href] of after.entries()) {
      expect(href).not.toBe(before[i])
      expect((await fetched(one.url + href)).status).toBe(200)
      expect((await fetched(one.url + before[i])).status).toBe(410)
    }
  })

  test('has the old ones again when the spike is moved back', async () => {
    const path = join(first, 'edited.nwb')
    const before = await hrefsOf(one, '8')
    const bytes = readFileSync(path)
    const at = bytes.lastIndexOf(Buffer.from(Float64Array.of(0.25, 0.5, 2).buffer))
    writeFileSync(path, bytes.fill(Buffer.from(Float64Array.of(1.25).buffer), at + 8, at + 16))
    const moved = await hrefsOf(one, '8')
    writeFileSync(path, bytes.fill(Buffer.from(Float64Array.of(0.5).buffer), at + 8, at + 16))
    expect(await hrefsOf(one, '8')).toEqual(before)
    expect(moved[0]).not.toBe(before[0])
  })
})
