import { createClient, NetworkError, SpikeQLError } from '@spikeql/client'
import { onsetActivity } from './activity.js'
import { drawChart } from './chart.js'
import { SessionChoice } from './queries.js'

const server = 'http://127.0.0.1:4000'
const client = createClient(server)
const element = <E extends Element>(selector: string) => document.querySelector(selector) as E
const choice = element<HTMLSelectElement>('select')
const message = element<HTMLElement>('output')
let running = new AbortController()

/** Fill the list of epochs and show the first. */
async function start(): Promise<void> {
  const { sessions } = await client.query(SessionChoice)
  for (const session of sessions.nodes) {
    for (const { index, stimulusName } of session.stimulusEpochs) {
      choice.add(new Option(`${session.id}: ${stimulusName}`, `${session.id} ${index}`))
    }
  }
  if (choice.options.length === 0) throw new SpikeQLError('No session here has a stimulus.')
  choice.addEventListener('change', () => report(show))
  await show()
}

/** Show the chosen epoch; a request for another one is cancelled. */
async function show(): Promise<void> {
  running.abort()
  running = new AbortController()
  const { signal } = running
  const [session, epoch] = choice.value.split(' ')
  message.textContent = 'Counting spikes …'
  const areas = await onsetActivity(client, session, Number(epoch), signal)
  drawChart(element('svg'), element('ul'), areas)
  message.textContent = ''
}

/** Do something, and say on the page what went wrong. */
async function report(action: () => Promise<void>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    message.textContent = textOf(error)
    if (!(error instanceof SpikeQLError)) throw error
  }
}

function textOf(error: unknown): string {
  if (error instanceof NetworkError) {
    return `No response from ${server}. Is it running, and started with --cors-origin ${location.origin}?`
  }
  return error instanceof SpikeQLError ? error.message : 'This page failed; its console says how.'
}

await report(start)
