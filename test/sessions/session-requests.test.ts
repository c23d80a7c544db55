import { expect, test } from 'vitest'
import { batchRules } from '../../src/sessions/session-requests.ts'

test('a response that is kept takes the bytes of its arrays, and 400 for what is around them', () => {
  const { countSpikes, correlateSpikes, summarizeTrains } = batchRules
  const matrix = { binCount: 2, unitCount: 3, counts: new Uint16Array(6) }
  expect(countSpikes.keptBytes?.(matrix)).toBe(412)
  const correlograms = {
    counts: new Uint32Array(5),
    spikeCounts: new Float64Array(3),
    squares: new Float64Array(2),
  }
  expect(correlateSpikes.keptBytes?.(correlograms)).toBe(400 + 20 + 24 + 16)
  const violations = { counts: new Float64Array(3), spikeCounts: new Float64Array(2) }
  expect(summarizeTrains.keptBytes?.({ name: 'isiViolations', value: violations })).toBe(
    400 + 24 + 16,
  )
})
