import { createProgram } from './program.ts'
import { reportError } from './terminal/report-error.ts'

/**
 * Run the `spikeql` command, and report the error that ends it.
 *
 * @param args as of `process.argv`, from the third on
 * @returns the exit code
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return reportError(error)
  }
}
