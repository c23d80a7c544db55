import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestBrowser } from '../support/browser/browser.ts'
import { copySampleSessions } from '../support/recordings/sample.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'

/**
 * The sample sessions and a file that is none, served while the tests of a file run, and
 * a browser that looks at them.
 */
export function servedExplorer(): { readonly served: ServedFolder; readonly browser: TestBrowser } {
  const folder = temporaryFolder()
  const served = new ServedFolder(() => {
    copySampleSessions(folder)
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken', 'broken.nwb'), 'this is no HDF5 file')
    return [folder]
  })
  return { served, browser: new TestBrowser(() => served.url) }
}
