import { runProgram } from './run-program.ts'
import { reportError } from './terminal/report-error.ts'
import { asWriteError } from './terminal/write-error.ts'

/** Run what the command line says, and leave its exit code to the process. */
export async function start(): Promise<void> {
  // A reader that has seen enough (`spikeql inspect ... | head`) is no error;
  // nor does a server end with it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (process.argv[2] === 'serve') return
    const cure = 'Write to a file with --out, or make room.'
    process.exit(error.code === 'EPIPE' ? 0 : reportError(asWriteError(error, 'the output', cure)))
  })
  // There is nowhere left to say so.
  process.stderr.on('error', () => {})

  process.exitCode = await runProgram(process.argv.slice(2))
}
