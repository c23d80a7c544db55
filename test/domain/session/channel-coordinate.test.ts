import { expect, test } from 'vitest'
import { channelCoordinate } from '../../../src/domain/session/channel-coordinate.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const { channels: bare } = memoryTables({ units: [{ id: 1, area: 'VISp', spikes: [] }] })
const channels = { ...bare, anteriorPosterior: Float64Array.of(7500) }
const published = { anteriorPosterior: 8000, dorsalVentral: Number.NaN, leftRight: Number.NaN }

test('the published coordinate comes first, else the file says', () => {
  expect(channelCoordinate(published, channels, 0, 'anteriorPosterior')).toBe(8000)
  expect(channelCoordinate(null, channels, 0, 'anteriorPosterior')).toBe(7500)
})

test("a published coordinate that is missing does not hide the file's", () => {
  const missing = { ...published, anteriorPosterior: Number.NaN }
  expect(channelCoordinate(missing, channels, 0, 'anteriorPosterior')).toBe(7500)
})

test('is null where neither says', () => {
  expect(channelCoordinate(published, channels, 0, 'leftRight')).toBeNull()
})
