import { createClient, SpikeQLError } from 'spikeql/client'
import { onsetActivity } from './activity.js'
import { drawChart } from './chart.js'
import { SessionChoice } from './queries.js'

const client = createClient('http://127.0.0.1:4000')
const element = <E extends Element>(selector: string) => document.querySelector(selector) as E
const choice = element<HTMLSelectElement>('select')
const message = element<HTMLElement>('output')
let running = new AbortController()

/** Show the chosen epoch; a request for another one is cancelled. */
async function show(): Promise<void> {
  running.abort()
  running = new AbortController()
  const { signal } = running
  const [session, epoch] = choice.value.split(' ')
  message.textContent = 'Counting spikes …'
  try {
    const areas = await onsetActivity(client, session, Number(epoch), signal)
    drawChart(element('svg'), element('ul'), areas)
    message.textContent = ''
  } catch (error) {
    if (signal.aborted) return
    message.textContent = error instanceof SpikeQLError ? error.message : 'This page failed.'
    throw error
  }
}

const { sessions } = await client.query(SessionChoice)
for (const session of sessions.nodes) {
  for (const { index, stimulusName } of session.stimulusEpochs) {
    choice.add(new Option(`${session.id}: ${stimulusName}`, `${session.id} ${index}`))
  }
}
choice.addEventListener('change', show)
await show()
