import { TestBrowser } from '../support/browser/browser.ts'
import { explorerFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

/**
 * The sample sessions and a file that is none, served for all test files that a process runs, and a
 * browser that looks at them.
 */
export function servedExplorer(): { readonly served: SharedFolder; readonly browser: TestBrowser } {
  const served = new SharedFolder(explorerFolder)
  return { served, browser: new TestBrowser(() => served.url) }
}
