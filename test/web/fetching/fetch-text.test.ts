import { expect, test } from 'vitest'
import { FetchLog } from '../../../web/src/fetching/fetch-log.ts'
import { fetchText } from '../../../web/src/fetching/fetch-text.ts'

test('what a view has fetched is said before, meanwhile and afterwards', () => {
  const log = new FetchLog()
  const texts: string[] = []
  log.subscribe(() => texts.push(fetchText(log.total)))
  log.begin('heatmaps', 40_000_000, 2)
  log.begin('LFP', 5_200_000)
  log.came('heatmaps', 12_000_000)
  log.came('LFP', 34_000_000)
  log.came('heatmaps', 0)
  log.forget('heatmaps')
  expect(texts).toEqual([
    'Spikes and samples of this view: about 40.0 MB to fetch, unless the server has kept them.',
    'Spikes and samples of this view: about 45.2 MB to fetch, unless the server has kept them.',
    'Spikes and samples of this view: 12.0 MB of about 45.2 MB fetched, 1 of 3 requests answered.',
    'Spikes and samples of this view: 46.0 MB fetched, 2 of 3 requests answered.',
    'The server fetched 46.0 MB for this view; about 45.2 MB of spikes and samples were expected.',
    'The server fetched 34.0 MB for this view; about 5.2 MB of spikes and samples were expected.',
  ])
})

test('a request that reads no spikes or samples does not count', () => {
  const log = new FetchLog()
  log.begin('tables', 0)
  log.came('tables', 500)
  log.begin('spikes', 3000)
  expect(log.total).toEqual({ estimate: 3000, bytes: 0, partCount: 1, doneCount: 0 })
  log.came('spikes', 0)
  expect(fetchText(log.total)).toBe(
    'Nothing was fetched for this view: the server had kept its spikes and samples.',
  )
  log.came('of an earlier view', 70)
  expect(log.total.bytes).toBe(0)
})
