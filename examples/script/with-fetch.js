// The same as with-client.js, with nothing but fetch.
// node with-fetch.js [session] [epoch] [server]
const [id = '810000001', epoch = '1', server = 'http://127.0.0.1:4000'] = process.argv.slice(2)

const query = `query ($id: ID!, $epoch: Int!) {
  session(id: $id) {
    stimulusEpoch(index: $epoch) {
      binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"], before: 0, after: 10) {
        area { acronym }
        unitIds
        counts
      }
    }
  }
}`

const response = await fetch(`${server}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: { id, epoch: Number(epoch) } }),
})
const { data, errors } = await response.json()
if (errors) throw new Error(errors[0].message)

for (const { area, unitIds, counts } of data.session.stimulusEpoch.binnedActivity) {
  const spikes = unitIds.map((unitId, i) => ({
    unitId,
    count: counts.reduce((sum, bin) => sum + bin[i], 0),
  }))
  const [most] = spikes.sort((a, b) => b.count - a.count)
  console.log(`${area.acronym}: unit ${most?.unitId} with ${most?.count} spikes`)
}
