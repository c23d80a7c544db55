import { expect, test } from 'vitest'
import { RecordingError } from '../../src/errors.ts'
import { BatchLoader, type ReadBatch } from '../../src/request/batch-loader.ts'
import type { BatchName, BatchRequest } from '../../src/sessions/session-requests.ts'

/** Loads two requests of a kind at once; what holds `bad` of their batch cannot be read. */
async function loadTwo(name: BatchName) {
  const batches: number[] = []
  const read = async (_name: BatchName, requests: readonly unknown[]) => {
    batches.push(requests.length)
    if (requests.some((request) => JSON.stringify(request).includes('bad'))) {
      throw new RecordingError('FILE_DAMAGED', 'day1.nwb', 'its bytes are damaged')
    }
    return requests.map(() => 'read')
  }
  const loader = new BatchLoader(read as ReadBatch, (dispatch) => setImmediate(dispatch))
  const load = (path: string) => loader.load(name, { path } as unknown as BatchRequest<typeof name>)
  const loaded = await Promise.allSettled([load('good'), load('bad')])
  return { outcomes: loaded.map(({ status }) => status), batches }
}

test.each([
  'locateSamples',
  'samples',
  'alignedSamples',
  'sampleStatistics',
  'spikeTriggeredSamples',
  'sampleSpectra',
] as const)('%s of a damaged series fail alone: others are read without it', async (name) => {
  expect(await loadTwo(name)).toEqual({
    outcomes: ['fulfilled', 'rejected'],
    batches: [2, 1, 1],
  })
})

test.each(['tileSpikes', 'slideCounts'] as const)(
  '%s all come from the spikes of a session: they fail together, read once',
  async (name) => {
    expect(await loadTwo(name)).toEqual({ outcomes: ['rejected', 'rejected'], batches: [2] })
  },
)

/** A loader that notes each batch, and gives each request its own path back. */
function noting(fail: (requests: readonly { path: string }[]) => void = () => {}) {
  const batches: unknown[] = []
  const read = async (name: BatchName, requests: readonly { path: string }[]) => {
    batches.push([name, requests.map(({ path }) => path)])
    fail(requests)
    return requests.map(({ path }) => `${name} of ${path}`)
  }
  const loader = new BatchLoader(read as unknown as ReadBatch, (dispatch) => setImmediate(dispatch))
  const load = (name: BatchName, path: string) =>
    loader.load(name, { path } as unknown as BatchRequest<typeof name>)
  return { batches, load }
}

test('each kind is one batch, and each request gets what is its own', async () => {
  const { batches, load } = noting()
  const loaded = await Promise.all([
    load('fileStorage', '/a'),
    load('fileValues', '/b'),
    load('fileStorage', '/b'),
    load('fileStorage', '/a'),
    load('fileValues', '/a'),
  ])
  expect(loaded).toEqual([
    'fileStorage of /a',
    'fileValues of /b',
    'fileStorage of /b',
    'fileStorage of /a',
    'fileValues of /a',
  ])
  expect(batches).toEqual([
    ['fileStorage', ['/a', '/b']],
    ['fileValues', ['/b', '/a']],
  ])
})

test('requests that are keys of their own are each read, however alike', async () => {
  const { batches, load } = noting()
  await Promise.all([load('countTuning', '/a'), load('countTuning', '/a')])
  expect(batches).toEqual([['countTuning', ['/a', '/a']]])
})

test('look-ups wait for nothing; all else waits until nothing is looked up', async () => {
  const dispatched: (() => void)[] = []
  const read = async (name: BatchName, requests: readonly unknown[]) => requests.map(() => name)
  const loader = new BatchLoader(read as unknown as ReadBatch, (run) => dispatched.push(run))
  const path = '/a'
  let isRead = false
  const values = loader.load('fileStorage', { path }).then(() => {
    isRead = true
  })
  expect(await loader.load('fileObjects', { path })).toBe('fileObjects')
  expect([isRead, dispatched.length]).toEqual([false, 1])
  dispatched[0]?.()
  await values
  expect(isRead).toBe(true)
})

test('only what is wrong with a recording is tried one by one', async () => {
  const fault = new Error('no memory')
  const broken = noting(() => {
    throw fault
  })
  const loaded = [broken.load('locateSamples', '/a'), broken.load('locateSamples', '/b')]
  for (const one of loaded) await expect(one).rejects.toBe(fault)
  expect(broken.batches).toHaveLength(1)
  const odd = noting(() => {
    throw 'gone'
  })
  await expect(odd.load('samples', '/a')).rejects.toEqual(new Error('gone'))
})

test('a request that is alone in its batch is not tried again', async () => {
  const { batches, load } = noting(() => {
    throw new RecordingError('FILE_DAMAGED', 'day1.nwb')
  })
  await expect(load('locateSamples', '/a')).rejects.toThrow(RecordingError)
  expect(batches).toHaveLength(1)
})
