// `npm run figures`: draw the figures of from-counts-to-results.md anew, from what its queries
// return of the sample session.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { figures } from './figures.mjs'
import { pageQueries } from './page-queries.mjs'

const page = readFileSync(new URL('../from-counts-to-results.md', import.meta.url), 'utf8')
const command = new URL('../../dist/bundle/main.js', import.meta.url).pathname
const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--log-level', 'warn'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const url = await addressOf(server)
  for (const { query, name } of pageQueries(page)) {
    if (name === null) continue
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    writeFileSync(new URL(`${name}.svg`, import.meta.url), figures[name](data.session))
    process.stdout.write(`docs/figures/${name}.svg\n`)
  }
} finally {
  server.kill()
  await once(server, 'exit')
}

/** The first address that the server prints. */
async function addressOf({ stdout }) {
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/[^\s"/]+/.exec(line) ?? []
    if (address) return address
  }
  throw new Error('The server ended before it said its address.')
}
