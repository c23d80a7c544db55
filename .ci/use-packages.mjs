// A program that uses every module of both packages; try-packages.mjs runs it where only they are
// installed, and checks it against their types.
import { createServer as createHttpServer } from 'node:http'
import { createClient, EpochActivityDocument } from '@spikeql/client'
import { openRecording } from 'spikeql/reader'
import { createServer } from 'spikeql/server'

const spikeql = await createServer({ places: ['recordings'], threads: 1 })
const http = createHttpServer(spikeql.handler).listen(0, '127.0.0.1')
await new Promise((resolve) => http.once('listening', resolve))
const address = http.address()
if (address === null || typeof address === 'string') throw new Error('It listens at no port.')

const window = { epoch: 1, before: 0, after: 1.5, binSize: 0.5 }
const client = createClient(`http://127.0.0.1:${address.port}`)
const variables = { id: '810000001', areas: ['V1'], ...window }
const { session } = await client.query(EpochActivityDocument, variables)
const activity = session?.stimulusEpoch?.binnedActivity[0]
if (!activity) throw new Error('There is no activity.')
const served = await client.matrix(activity)

const recording = await openRecording('recordings', { id: '810000001' })
const read = await recording.count({ ...window, area: 'V1' })
await recording.close()
http.close()
http.closeAllConnections()
await spikeql.close()

if (read.counts.join() !== served.data.join()) throw new Error('The counts differ.')
console.log(read.shape.join(' x '))
