import { CommanderError } from 'commander'
import { areaName } from '../../domain/areas/area-names.ts'
import { AreaNotFoundError, UserError } from '../../errors.ts'
import { CommandError } from './command-error.ts'
import { InterruptedError } from './interruption.ts'
import { printable } from './printable.ts'

/** Exit codes: those of sysexits.h where it has one. */
const exitCode = { failure: 1, usage: 2, fault: 70 } as const

/** Report an error to the user in one line on stderr. Returns the exit code. */
export function reportError(error: unknown): number {
  // Commander has reported its own errors already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.usage
  if (process.env.SPIKEQL_DEBUG && error instanceof Error) console.error(error.stack)
  if (error instanceof InterruptedError) return report(error.message, error.exitCode)
  if (error instanceof CommandError) return report(error.message, exitCode.failure)
  if (error instanceof UserError) {
    return report(`${error.message}${cure(error)}`, exitCode.failure)
  }
  const message = error instanceof Error ? error.message : String(error)
  return report(`${message} (unexpected; set SPIKEQL_DEBUG=1 to see where)`, exitCode.fault)
}

/** What to do on the command line, where the error itself does not say. */
function cure(error: UserError): string {
  // An area of the atlas is an error with --missing-areas error only; of another name, the
  // message lists those there are.
  return error instanceof AreaNotFoundError && areaName(error.area) !== null
    ? ' Choose others with --areas, or use --missing-areas empty to write a missing area without units.'
    : ''
}

function report(message: string, code: number): number {
  console.error(`error: ${printable(message.replaceAll(/\s*\n\s*/g, ' '))}`)
  return code
}
