import { createClient } from '@spikeql/client'
import { onsetActivity } from './activity.js'

const [session = '810000001', epoch = '1'] = process.argv.slice(2)
const client = createClient('http://127.0.0.1:4000')
for (const { area, activeShare } of await onsetActivity(client, session, Number(epoch))) {
  // 5 s of bins of half a second
  const [before, after] = [activeShare.slice(0, 10), activeShare.slice(10)]
  console.log(`${area}: ${percent(before)} before the start, ${percent(after)} after it`)
}

function percent(shares: number[]): string {
  return `${((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length).toFixed(1)} %`
}
