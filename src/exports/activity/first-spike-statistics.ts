import type { AddressField } from '../../addresses/address-field.ts'
import type { LatencyWindow } from '../../request/activity/first-spikes.ts'
import { firstSpikeStatistics as readStatistics } from '../../request/activity/first-spikes.ts'
import { latencyWindowFields } from './first-spikes.ts'
import { groupColumnExports } from './group-columns.ts'

const windowField: AddressField<LatencyWindow> = {
  *write({ from, until }) {
    yield* latencyWindowFields.from.write(from, 'from')
    yield* latencyWindowFields.until.write(until, 'until')
  },
  read: (fields) => ({
    from: latencyWindowFields.from.read(fields, 'from'),
    until: latencyWindowFields.until.read(fields, 'until'),
  }),
}

/** Medians and quartiles of the latencies of first spikes, over groups. */
export const firstSpikeStatistics = groupColumnExports<LatencyWindow>({
  name: 'first-spike-statistics',
  options: windowField,
  async columnsOf(group, window, source) {
    const { medians, lowerQuartiles, upperQuartiles, respondedCounts } = await readStatistics(
      group,
      window,
      source,
    )
    return [
      { name: 'medians', unit: 's', data: medians },
      { name: 'lower_quartiles', unit: 's', data: lowerQuartiles },
      { name: 'upper_quartiles', unit: 's', data: upperQuartiles },
      { name: 'responded_counts', data: respondedCounts },
    ]
  },
  attributesOf: ({ from, until }) => ({ from, until }),
})
