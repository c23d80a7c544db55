import { expect, test } from 'vitest'
import { fetchedText, loadingText } from '../../../../web/src/activity/loading/fetch-text.ts'

const begun = { matrixCount: 6, doneCount: 0, bytes: 0, estimate: 45_200_000 }

test('nothing is said of fetching where nothing is known of it', () => {
  expect(loadingText(null)).toBe('Loading spikes')
})

test('what is going to be fetched is said first, then how much of it was', () => {
  expect(loadingText(begun)).toBe(
    'Loading spikes: about 45.2 MB to fetch, unless the server has kept them',
  )
  expect(loadingText({ ...begun, doneCount: 2, bytes: 12_000_000 })).toBe(
    'Loading spikes: 12.0 MB of about 45.2 MB fetched, 2 of 6 heatmaps',
  )
  expect(loadingText({ ...begun, doneCount: 5, bytes: 46_000_000 })).toBe(
    'Loading spikes: 46.0 MB fetched, 5 of 6 heatmaps',
  )
})

test('in the end it is said what was fetched', () => {
  const done = { ...begun, doneCount: 6 }
  expect(fetchedText(done)).toMatch(
    /^Nothing was fetched for these heatmaps: the server had kept it\. The query /,
  )
  expect(fetchedText({ ...done, bytes: 44_000_000 })).toMatch(
    /^The server fetched 44\.0 MB for these heatmaps; about 45\.2 MB of spikes were expected\. The query /,
  )
})
