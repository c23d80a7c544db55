#!/usr/bin/env node
import { createProgram } from './program.ts'
import { reportError } from './report-error.ts'

// A reader that has seen enough (`spikeql inspect ... | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : reportError(error))
})

try {
  await createProgram().parseAsync()
  process.exitCode = 0
} catch (error) {
  process.exitCode = reportError(error)
}
