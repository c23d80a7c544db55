// The most active unit of each visual area in the first 10 s of an epoch, with @spikeql/client.
// node with-client.js [session] [epoch] [server]
import { createClient, EpochActivityDocument } from '@spikeql/client'

const [id = '810000001', epoch = '1', server = 'http://127.0.0.1:4000'] = process.argv.slice(2)

const client = createClient(server)
const { session } = await client.query(EpochActivityDocument, {
  id,
  epoch: Number(epoch),
  areas: ['V1', 'LM', 'RL', 'AL', 'PM', 'AM'],
  before: 0,
  after: 10,
})
for (const activity of session.stimulusEpoch.binnedActivity) {
  const counts = await client.matrix(activity)
  const spikes = activity.unitIds.map((unitId, i) => ({
    unitId,
    count: counts.unit(i).reduce((sum, count) => sum + count, 0),
  }))
  const [most] = spikes.sort((a, b) => b.count - a.count)
  console.log(`${activity.area.acronym}: unit ${most?.unitId} with ${most?.count} spikes`)
}
