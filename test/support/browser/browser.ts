import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterEach, beforeAll, expect } from 'vitest'
import { findChromium } from './chromium.ts'

/**
 * Nothing but the server under test is to be reached, and the browser asks for nothing on its own.
 */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  // Nor is a process for pages started in advance.
  '--disable-features=SpareRendererForSitePerProcess',
]

export interface PageOptions {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** whether requests may fail, as where a test takes the server away */
  readonly mayMissResponses?: boolean
}

/** ms; against hanging: a busy machine takes its time. */
const LONGEST = 120_000

interface OpenBrowser {
  readonly browser: Browser
  readonly context: BrowserContext
  /** a page that stays open, and opens the others */
  readonly opener: Page
}

let shared: Promise<OpenBrowser> | undefined

/**
 * One for all test files that a process runs; it ends with the process. What it has compiled of an
 * address is kept, too.
 */
async function sharedBrowser(): Promise<OpenBrowser> {
  if (!(await shared)?.browser.isConnected()) shared = openBrowser()
  return shared as Promise<OpenBrowser>
}

async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium; name one in CHROMIUM_PATH')
  const browser = await chromium.launch({
    executablePath,
    args: offline,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const permissions = ['clipboard-read', 'clipboard-write']
  const context = await browser.newContext({ permissions })
  context.setDefaultTimeout(LONGEST)
  return { browser, context, opener: await emptyPage(context) }
}

/** A page of the host of all servers, none of which is asked for it. */
async function emptyPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('http://127.0.0.1/')
  return page
}

/**
 * Chromium for the tests of a file. Of every page opened it is checked at the end of the test
 * that nothing was written to its console as an error, that its Content-Security-Policy was not
 * broken, and that no request left the server under test.
 */
export class TestBrowser {
  #shared: OpenBrowser | undefined
  readonly #origin: () => string
  readonly #others: () => readonly string[]
  readonly #open: { readonly page: Page; readonly faults: string[] }[] = []

  /**
   * @param origin of the server under test, known when the tests run
   * @param others origins that its pages may ask too
   */
  constructor(origin: () => string, others: () => readonly string[] = () => []) {
    this.#origin = origin
    this.#others = others
    beforeAll(async () => {
      this.#shared = await sharedBrowser()
    })
    afterEach(async () => {
      for (const { page, faults } of this.#open.splice(0)) {
        await page.close()
        expect(faults).toEqual([])
      }
      await this.#forget()
    })
  }

  /** Open an address of the server, such as `/?session=1`, as someone who never was here. */
  async open(path: string, options: PageOptions = {}): Promise<Page> {
    const { theme = 'light', width = 1280, height = 800, mayMissResponses = false } = options
    const page = await this.#newPage()
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    const faults: string[] = []
    this.#open.push({ page, faults })
    page.on('console', (message) => {
      if (mayMissResponses && message.text().startsWith('Failed to load resource')) return
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`error: ${error.stack}`))
    page.on('request', (request) => {
      const url = request.url()
      const isLocal = ['blob:', 'data:'].includes(new URL(url).protocol)
      const allowed = [this.#origin(), ...this.#others()]
      if (!isLocal && !allowed.includes(new URL(url).origin)) faults.push(`left the host: ${url}`)
    })
    await page.goto(`${this.#origin()}${path}`)
    return page
  }

  /** A page in the process of one that stays open: a process of its own takes as long as a view. */
  async #newPage(): Promise<Page> {
    const { context, opener } = this.#browser
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      opener.evaluate("void window.open('about:blank')"),
    ])
    return page
  }

  /** What pages have stored. */
  async #forget(): Promise<void> {
    const { context, opener } = this.#browser
    await context.clearCookies()
    const session = await context.newCDPSession(opener)
    for (const origin of [this.#origin(), ...this.#others()]) {
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    }
    await session.detach()
  }

  get #browser(): OpenBrowser {
    if (!this.#shared) throw new Error('the browser is not started yet')
    return this.#shared
  }
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/**
 * What axe-core finds wrong on a page that has loaded: one line each; none, hopefully. What says
 * that something is loading fades in, and is pale until then.
 *
 * @param exclude selectors of what is not ours to mend
 */
export async function accessibilityFaults(
  page: Page,
  exclude: readonly string[] = [],
): Promise<string[]> {
  await page.waitForSelector('.loading', { state: 'detached' })
  await page.evaluate(axeSource)
  return findFaults(page, exclude)
}

/** The same once a page in which `accessibilityFaults` has looked takes its other theme. */
export async function faultsInTheme(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForSelector(`:root[data-theme=${theme}]`, { state: 'attached' })
  // Colours that change gradually are between the themes at first.
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
  return findFaults(page)
}

function findFaults(page: Page, exclude: readonly string[] = []): Promise<string[]> {
  return page.evaluate(async (selectors) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    // Nothing is described but what is wrong, and only by the element itself; no rule in use reads
    // style sheets: selectors and texts of everything, and these, would take a quarter of the time.
    axe.configure({ noHtml: true })
    const { violations } = await axe.run(
      { exclude: [...selectors] },
      {
        resultTypes: ['violations'],
        selectors: false,
        elementRef: true,
        preload: { assets: ['media'] },
      },
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ element, failureSummary }) => {
        const text = element?.outerHTML.slice(0, 300)
        return `${id}: ${text}: ${failureSummary}`
      }),
    )
  }, exclude)
}

/** How far a page is wider than its window, in px. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
}
