import type { Client, CountMatrix } from '@spikeql/client'
import { Onset } from './queries.js'

export interface AreaActivity {
  area: string
  /** the share of its units that spike, in bins of 0.5 s from 5 s before the epoch to 20 s after */
  activeShare: number[]
}

/** How each visual area responds to the start of an epoch. */
export async function onsetActivity(
  client: Client,
  session: string,
  epoch: number,
  signal?: AbortSignal,
): Promise<AreaActivity[]> {
  const result = await client.query(Onset, { session, epoch }, { signal })
  const activities = result.session?.stimulusEpoch?.binnedActivity ?? []
  return Promise.all(
    activities.map(async (activity) => ({
      area: activity.area?.acronym ?? '',
      activeShare: activeShare(await client.matrix(activity, { signal })),
    })),
  )
}

function activeShare(counts: CountMatrix): number[] {
  const [bins, units] = counts.shape
  return Array.from({ length: bins }, (_, bin) => {
    let active = 0
    for (const count of counts.bin(bin)) if (count > 0) active++
    return units === 0 ? 0 : active / units
  })
}
