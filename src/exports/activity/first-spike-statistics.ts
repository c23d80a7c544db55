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
    const units = group.activity.unitRows.length
    const ofGroup = <Cells extends Float64Array | Uint32Array>(all: Cells) =>
      all.subarray(group.group * units, (group.group + 1) * units)
    return [
      { name: 'medians', unit: 's', data: ofGroup(medians) },
      { name: 'lower_quartiles', unit: 's', data: ofGroup(lowerQuartiles) },
      { name: 'upper_quartiles', unit: 's', data: ofGroup(upperQuartiles) },
      { name: 'responded_counts', data: ofGroup(respondedCounts) },
    ]
  },
  attributesOf: ({ from, until }) => ({ from, until }),
})
