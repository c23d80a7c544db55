// Pictures of the explorer for the docs, taken of the sample sessions as they
// are served: docs/explorer.png.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const project = fileURLToPath(new URL('..', import.meta.url))
const command = join(project, 'dist/bundle/main.js')

const pictures = [
  {
    file: 'docs/explorer.png',
    address: '/?session=810000001&view=activity&epoch=13&bin=0.25&sort=rate',
    selector: '.activity-trace canvas',
    height: 1640,
  },
]

/** What a picture in the docs may weigh. */
const MAX_BYTES = 300_000

const folder = await mkdtemp(join(tmpdir(), 'spikeql-screenshots-'))
const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--log-level', 'silent'], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser']
const browser = await chromium.launch({
  executablePath: places.find((place) => place && existsSync(place)),
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  const origin = await addressOf(server)
  for (const { file, address, selector, height } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1280, height }, colorScheme: 'light' })
    await page.goto(`${origin}${address}`)
    await page.locator(selector).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(project, file) })
    const { size } = await stat(join(project, file))
    if (size > MAX_BYTES)
      throw new Error(`${file} has ${size} bytes; at most ${MAX_BYTES} are wanted`)
  }
} finally {
  await browser.close()
  server.kill()
  await once(server, 'exit')
  await rm(folder, { recursive: true, force: true })
}

/** Where the server says that its explorer is. */
async function addressOf({ stdout }) {
  let text = ''
  for await (const chunk of stdout) {
    text += chunk
    const [, origin] = /explorer\s+(http\S+)/.exec(text) ?? []
    if (origin) return origin
  }
  throw new Error(`the server ended: ${text}`)
}
