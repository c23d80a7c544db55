import { expect, test } from 'vitest'
import { unitMetricColumns } from '../../../src/domain/session/session-tables.ts'

test('reads no two metrics from one column', () => {
  const columns = Object.values(unitMetricColumns)
  expect(new Set(columns).size).toBe(columns.length)
})

test('reads the metrics of the filter from the columns that the AllenSDK filters by', () => {
  expect(unitMetricColumns).toMatchObject({
    amplitudeCutoff: 'amplitude_cutoff',
    presenceRatio: 'presence_ratio',
    isiViolations: 'isi_violations',
    snr: 'snr',
    firingRate: 'firing_rate',
  })
})
