import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { ReaderPool } from '../../../src/readers/pool/reader-pool.ts'
import { ThreadsLoading } from '../../../src/readers/pool/threads-loading.ts'
import { readerWorkerFile } from '../../support/built.ts'

const program = (text: string) => new Worker(text, { eval: true })

test('are waited for until each has loaded, or has ended', async () => {
  const slow = program(`
    const { parentPort } = require('node:worker_threads')
    parentPort.once('message', () => parentPort.postMessage('loaded'))
  `)
  const ending = program('')
  const loading = new ThreadsLoading()
  loading.add([slow, ending])
  let isOver = false
  const over = loading.over().then(() => {
    isOver = true
  })
  await once(ending, 'exit')
  expect(isOver).toBe(false)
  slow.postMessage('load')
  await over
})

test('hold up nobody where there are none', async () => {
  await new ThreadsLoading().over()
})

test('are not cut off by a pool that is closed at once, which would end the process', async () => {
  for (let i = 0; i < 5; i++) {
    await new ReaderPool({ workerFile: readerWorkerFile, threads: 1, lookThreads: 1 }).close()
  }
})
