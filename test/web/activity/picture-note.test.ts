import { expect, test } from 'vitest'
import { pictureNote } from '../../../web/src/activity/picture-note.ts'
import { startAddress } from '../../../web/src/app/address.ts'

test('a picture says window, order and filter', () => {
  expect(pictureNote({ address: startAddress, start: -10, stop: 90, binSize: 0.1 })).toBe(
    '−10 to 90 s in bins of 0.1 s · units by depth · ' +
      'amplitude cutoff ≤ 0.1, presence ratio ≥ 0.95, ISI violations ≤ 0.5',
  )
})

test('limits that are off are left out', () => {
  const limits = { amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: 0.25 }
  const address = { ...startAddress, sort: 'latency' as const, limits }
  expect(pictureNote({ address, start: 0.25, stop: 1.5, binSize: 0.05 })).toBe(
    '0.25 to 1.5 s in bins of 0.05 s · units by latency · ISI violations ≤ 0.25',
  )
  const off = { ...limits, isiViolationsMax: null }
  expect(
    pictureNote({ address: { ...address, limits: off }, start: 0, stop: 1, binSize: 0.5 }),
  ).toBe('0 to 1 s in bins of 0.5 s · units by latency · no limits of quality')
})
