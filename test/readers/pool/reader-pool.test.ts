import { copyFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import { ReaderPool } from '../../../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../../support/built.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const requests = [
  { bins: cutIntoBins({ startTime: 0, stopTime: 3 }, 1), unitRows: Uint32Array.of(0) },
]
const counts = Uint8Array.of(1, 1, 1)

// Only the clock of watchdogs, which stands still unless a test lets it run.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Let time run, for watchdogs, until something has settled. */
async function runOut<Value>(pending: Promise<Value>): Promise<Value> {
  let isOver = false
  const end = () => {
    isOver = true
  }
  pending.then(end, end)
  while (!isOver) {
    vi.advanceTimersByTime(1000)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return pending
}

describe('a thread that crashes', () => {
  const pool = new ReaderPool({
    workerFile: new URL('../../support/faults/crashing-worker.mjs', import.meta.url),
    threads: 1,
  })
  afterAll(() => pool.close())

  test('is replaced, and its question asked once more', async () => {
    const reader = pool.reader(await writeNwb(join(folder, 'crash-once.nwb')))
    expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(counts)
  })

  test('twice costs that question, and no other', async () => {
    const crashing = pool.reader(await writeNwb(join(folder, 'crash-always.nwb')))
    const healthy = pool.reader(await writeNwb(join(folder, 'healthy.nwb')))
    const [crashed, received] = await Promise.allSettled([
      crashing.read('countSpikes', requests),
      healthy.read('countSpikes', requests),
    ])
    expect(crashed).toMatchObject({
      status: 'rejected',
      reason: { code: 'READER_CRASHED', fileName: 'crash-always.nwb' },
    })
    expect(received).toMatchObject({ status: 'fulfilled', value: [{ counts }] })
    expect((await healthy.read('countSpikes', requests))[0]?.counts).toEqual(counts)
  })
})

test('a thread that ran out of memory does not blame the file', async () => {
  const pool = new ReaderPool({
    workerFile: new URL('../../support/faults/crashing-worker.mjs', import.meta.url),
    threads: 1,
  })
  const reader = pool.reader(await writeNwb(join(folder, 'memory.nwb')))
  await expect(reader.read('countSpikes', requests)).rejects.toMatchObject({
    code: 'READER_OUT_OF_MEMORY',
    message: expect.stringContaining('The file itself may be fine'),
  })
  await pool.close()
})

describe('a thread that does not come back', () => {
  const pool = new ReaderPool({
    workerFile: new URL('../../support/faults/crashing-worker.mjs', import.meta.url),
    threads: 1,
  })
  afterAll(() => pool.close())

  test('is replaced, and its question is told to be the fault of the file', async () => {
    const healthy = pool.reader(await writeNwb(join(folder, 'behind.nwb')))
    const circling = pool.reader(await writeNwb(join(folder, 'circles.nwb')))
    await Promise.all([circling.tables(), healthy.tables()])
    const [stuck, received] = await Promise.allSettled([
      runOut(circling.read('countSpikes', requests)),
      healthy.read('countSpikes', requests),
    ])
    expect(stuck).toMatchObject({
      status: 'rejected',
      reason: { code: 'READER_STUCK', fileName: 'circles.nwb' },
    })
    expect(received).toMatchObject({ status: 'fulfilled', value: [{ counts }] })
  })
})

describe('a file that sends libhdf5 in circles', () => {
  const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 1 })
  afterAll(() => pool.close())

  test('is given up in time', async () => {
    const path = await writeNwb(join(folder, 'free-list.nwb'))
    const bytes = readFileSync(path)
    // The free space of each heap of names is a list; its first entry is made its own successor.
    for (let at = bytes.indexOf('HEAP'); at >= 0; at = bytes.indexOf('HEAP', at + 1)) {
      const [size, free, segment] = [8, 16, 24].map((field) =>
        Number(bytes.readBigUInt64LE(at + field)),
      ) as [number, number, number]
      if (free < size) bytes.writeBigUInt64LE(BigInt(free), segment + free)
    }
    writeFileSync(path, bytes)
    await expect(runOut(pool.reader(path).tables())).rejects.toMatchObject({
      code: 'READER_STUCK',
      fileName: 'free-list.nwb',
    })
    const healthy = pool.reader(await writeNwb(join(folder, 'no-circles.nwb')))
    expect((await healthy.tables()).units.count).toBe(1)
  })
})

describe('threads of their own for first looks', () => {
  const pool = new ReaderPool({
    workerFile: new URL('../../support/faults/crashing-worker.mjs', import.meta.url),
    threads: 1,
    lookThreads: 2,
  })
  afterAll(() => pool.close())

  test('give up a file that keeps them busy, and keep no client waiting', async () => {
    const healthy = pool.reader(await writeNwb(join(folder, 'apart.nwb')))
    await healthy.tables()
    const names = ['look-without-end-1.nwb', 'look-without-end-2.nwb', 'look-without-end-3.nwb']
    const paths = await Promise.all(names.map((name) => writeNwb(join(folder, name))))
    const settled = Promise.allSettled(paths.map((path) => pool.reader(path).tables()))
    expect((await healthy.read('countSpikes', requests))[0]?.counts).toEqual(counts)
    const codes = (await runOut(settled)).map(
      (look) => look.status === 'rejected' && look.reason.code,
    )
    expect(codes).toEqual(['READER_STUCK', 'READER_STUCK', 'READER_STUCK'])
    // Its own thread, and those of the looks, answer as before.
    const other = pool.reader(await writeNwb(join(folder, 'afterwards.nwb')))
    expect((await other.tables()).units.count).toBe(1)
  })
})

describe('a reader in threads', () => {
  const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 2 })
  afterAll(() => pool.close())

  test('does not start what nobody waits for any more', async () => {
    const reader = pool.reader(await writeNwb(join(folder, 'aborted.nwb')))
    await expect(
      reader.read('countSpikes', requests, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'REQUEST_ABORTED' })
  })

  test('gives up a question whose caller went away while it waited', async () => {
    const reader = pool.reader(await writeNwb(join(folder, 'given-up.nwb')))
    await reader.tables()
    const controller = new AbortController()
    const requested = reader.read('countSpikes', requests, { signal: controller.signal })
    controller.abort()
    await expect(requested).rejects.toMatchObject({ code: 'REQUEST_ABORTED' })
  })

  test('never mixes tables of one file with spikes of another that took its place', async () => {
    const path = await writeNwb(join(folder, 'replaced.nwb'))
    const reader = pool.reader(path)
    expect([...(await reader.tables()).units.ids]).toEqual([1])
    const other = await writeNwb(join(folder, 'other.nwb'), {
      units: [
        { id: 5, spikes: [0.5] },
        { id: 6, spikes: [1.5] },
      ],
    })
    copyFileSync(other, path)
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    expect([...(await reader.tables()).units.ids]).toEqual([5, 6])
    expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(Uint8Array.of(1, 0, 0))
  })

  test('does not count rows of old tables in a new file', async () => {
    const path = await writeNwb(join(folder, 'raced.nwb'))
    const reader = pool.reader(path)
    const old = await reader.tables()
    await writeNwb(path, { units: [{ id: 5, spikes: [0.5, 2.5] }] })
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    // Another request has seen the new file meanwhile.
    const fresh = await reader.tables()
    await expect(reader.read('countSpikes', requests, { from: [old] })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    })
    const list = await reader.load('presentations')
    await expect(reader.read('countSpikes', requests, { from: [old, list] })).rejects.toMatchObject(
      {
        code: 'FILE_CHANGED',
      },
    )
    const [matrix] = await reader.read('countSpikes', requests, { from: [fresh, list] })
    expect(matrix?.counts).toEqual(Uint8Array.of(1, 0, 1))
  })

  test('tells that a file was deleted, and reads it again when it is back', async () => {
    const path = await writeNwb(join(folder, 'deleted.nwb'))
    const reader = pool.reader(path)
    await reader.tables()
    rmSync(path)
    await expect(reader.read('countSpikes', requests)).rejects.toMatchObject({
      code: 'FILE_MISSING',
    })
    await writeNwb(path)
    expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(counts)
  })

  test('counts what it was asked before no second time', async () => {
    const reader = pool.reader(await writeNwb(join(folder, 'repeated.nwb')))
    const [first] = await reader.read('countSpikes', requests)
    const { hits, misses } = pool.statistics.caches.responses
    const [second] = await reader.read('countSpikes', requests)
    expect(second).toBe(first)
    expect(pool.statistics.caches.responses).toMatchObject({ hits: hits + 1, misses })
  })

  test('gives no matrix of a file that was replaced, nor of one that was deleted', async () => {
    const path = await writeNwb(join(folder, 'counted.nwb'))
    const reader = pool.reader(path)
    const tables = await reader.tables()
    await reader.read('countSpikes', requests, { from: [tables] })
    await writeNwb(path, { units: [{ id: 5, spikes: [0.5, 2.5] }] })
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    await expect(reader.read('countSpikes', requests, { from: [tables] })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    })
    expect((await reader.read('countSpikes', requests))[0]?.counts).toEqual(Uint8Array.of(1, 0, 1))
    rmSync(path)
    await expect(reader.read('countSpikes', requests)).rejects.toMatchObject({
      code: 'FILE_MISSING',
    })
  })

  test('tells how many bytes it read', async () => {
    const spikes = Array.from({ length: 10_000 }, (_, i) => i / 1000)
    const path = await writeNwb(join(folder, 'measured.nwb'), { units: [{ id: 1, spikes }] })
    const reader = pool.reader(path)
    await reader.read('countSpikes', requests)
    const { bytesRead } = pool.statistics
    expect(bytesRead).toBeGreaterThan(0)
    await reader.read('countSpikes', requests)
    expect(pool.statistics.bytesRead).toBe(bytesRead)
    expect(pool.statistics).toMatchObject({ running: 0, waiting: 0 })
  })

  const versionOf = async (path: string) => {
    const reader = pool.reader(path)
    return reader.load('fileVersion', { from: [await reader.tables()] })
  }

  test('names what a file holds: the same for a copy written later', async () => {
    const path = await writeNwb(join(folder, 'versioned.nwb'))
    const copy = join(folder, 'copied.nwb')
    copyFileSync(path, copy)
    utimesSync(copy, 1_700_000_000, 1_700_000_000)
    const version = await versionOf(path)
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(await versionOf(copy)).toBe(version)
    utimesSync(path, 1_600_000_000, 1_600_000_000)
    expect(await versionOf(path)).toBe(version)
  })

  test('names it otherwise once a spike is moved, though size and time of modification stay', async () => {
    const path = await writeNwb(join(folder, 'edited.nwb'), {
      units: [{ id: 1, spikes: [0.25, 1.234567, 2] }],
    })
    const reader = pool.reader(path)
    const version = await reader.load('fileVersion', { from: [await reader.tables()] })
    const { atime, mtime } = statSync(path)
    const bytes = readFileSync(path)
    bytes.writeDoubleLE(1.5, bytes.indexOf(Buffer.from(Float64Array.of(1.234567).buffer)))
    writeFileSync(path, bytes, { flag: 'r+' })
    utimesSync(path, atime, mtime)
    const tables = await reader.tables()
    expect(await reader.load('fileVersion', { from: [tables] })).not.toBe(version)
    const request = { unitRow: 0, span: { startTime: 0, stopTime: 3 } }
    const [spikes] = await reader.read('spikeTimes', [request], { from: [tables] })
    expect([...(spikes ?? [])]).toEqual([0.25, 1.5, 2])
  })

  test('reads more files than a thread keeps open', async () => {
    const readers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) =>
        pool.reader(await writeNwb(join(folder, `many-${i}.nwb`), { identifier: String(i) })),
      ),
    )
    for (let round = 0; round < 2; round++) {
      const replies = await Promise.all(
        readers.map((reader) => reader.read('countSpikes', requests)),
      )
      expect(replies.map(([matrix]) => matrix?.counts)).toEqual(readers.map(() => counts))
    }
  })
})
