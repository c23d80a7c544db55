// Starts the server of a clone as the README says, and asks the README's first query:
//
//     node .ci/try-readme.mjs FOLDER
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

const [folder] = process.argv.slice(2)
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const [, body] = readme.match(/^curl .* -d '(.*)'$/m)
const [, shown] = readme.match(/^```json\n(.*?)^```$/ms)

// A port of its own, since 4000 may be taken.
const server = spawn('npm', ['start', '--', '--port', '0'], {
  cwd: folder,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
})
server.on('exit', () => fail('npm start ended before it served'))
let output = ''
server.stdout.on('data', async (chunk) => {
  process.stdout.write(chunk)
  const served = /http:\/\/127\.0\.0\.1:\d+/
  if (served.test(output)) return
  output += chunk
  const [url] = output.match(served) ?? []
  if (url) await ask(url).catch((error) => fail(error.message))
})

async function ask(url) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  const answer = await response.json()
  if (!isDeepStrictEqual(answer, JSON.parse(shown))) {
    fail(`the first query of the README is answered by ${JSON.stringify(answer)}`)
  }
  end(0)
}

function fail(reason) {
  console.error(`CI: ${reason}`)
  end(1)
}

function end(status) {
  server.removeAllListeners('exit')
  try {
    process.kill(-server.pid)
  } catch {
    // It has ended.
  }
  process.exit(status)
}
