import { createClient } from 'spikeql/client'
import { onsetActivity } from './activity.js'

const [session = '810000001', epoch = '1'] = process.argv.slice(2)
const client = createClient('http://127.0.0.1:4000')
for (const { area, activeShare } of await onsetActivity(client, session, Number(epoch))) {
  console.log(area, activeShare.map((share) => share.toFixed(2)).join(' '))
}
