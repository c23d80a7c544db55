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
