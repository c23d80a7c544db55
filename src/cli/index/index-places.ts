import { noIndex } from '../../cache/stored/stored-index.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { shuffled } from '../../domain/numeric/shuffled.ts'
import { RecordingError } from '../../errors.ts'
import { amount } from '../../formats/amounts.ts'
import type { Access } from '../open/access.ts'
import { OpenCatalog } from '../open/open-catalog.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'
import { startProgress } from '../terminal/progress.ts'

/** As many as there are threads, and some that wait for the network. */
const SESSIONS_AT_ONCE = 4

/** Read the structure of every session at some places, so that it is kept. */
export async function indexPlaces(
  places: readonly string[],
  access: Access,
  signal: AbortSignal,
): Promise<void> {
  if (access.index === noIndex) {
    throw new CommandError('With --no-cache nothing can be stored. Omit it.')
  }
  const open = await OpenCatalog.open(places, access, { rescanSeconds: 0, sharesWork: true })
  const progress = await startProgress(`Reading ${printable(places.join(', '))}`)
  const failures: string[] = []
  try {
    await open.catalog.complete()
    await open.tabulate()
    const sessions = (await open.catalog.sessions()).filter(({ available }) => available)
    progress.setTotal(sessions.length)
    let read = 0
    await mapAtMost(SESSIONS_AT_ONCE, shuffled(sessions), async ({ id }) => {
      if (signal.aborted) return
      try {
        const { reader } = await open.catalog.session(id)
        await reader.tables()
        await reader.load('presentations')
      } catch (error) {
        if (!(error instanceof RecordingError)) throw error
        failures.push(error.message)
      }
      progress.update(++read, id)
    })
    signal.throwIfAborted()
    progress.stop()
    console.log(`Read ${amount(sessions.length - failures.length, 'session')}.`)
    for (const failure of failures) console.error(printable(`not read: ${failure}`))
  } finally {
    progress.stop()
    await open.close()
  }
}
