import { Command } from 'commander'
import { addCompletionCommand } from './completion/completion.ts'
import { addDoctorCommand } from './doctor/doctor.ts'
import { addDownloadCommand } from './download/download.ts'
import { addExportCommand } from './export/export.ts'
import { addIndexCommand } from './index/index.ts'
import { addInspectCommand } from './inspect/inspect.ts'
import { addCacheOptions } from './open/cache-options.ts'
import { addRemoteOptions } from './open/remote-options.ts'
import { addSampleCommand } from './sample/sample.ts'
import { addServeCommand } from './serve/serve.ts'
import { addTokenCommand } from './token/token.ts'
import { version } from './version.ts'

/**
 * The `spikeql` command. Throws CommanderError for wrong usage, which it has reported by then.
 */
export function createProgram(): Command {
  const program = new Command('spikeql')
    .description('A GraphQL data API for neural recordings in NWB files.')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  addRemoteOptions(addCacheOptions(program)).addHelpText(
    'after',
    `
Examples:
  spikeql serve                          serve sample sessions on http://127.0.0.1:4000/graphql
  spikeql inspect session.nwb            summarize a recording
  spikeql export dataset session.nwb     write binned spike counts for numpy

Set SPIKEQL_DEBUG=1 to see where an error comes from.`,
  )
  addCommands(program)
  addCompletionCommand(program, () =>
    addCommands(addRemoteOptions(addCacheOptions(new Command(program.name())))),
  )
  reportErrorsInOneLine(program, program.name())
  return program
}

function addCommands(program: Command): Command {
  addServeCommand(program)
  addInspectCommand(program)
  addExportCommand(program)
  addDownloadCommand(program)
  addIndexCommand(program)
  addDoctorCommand(program)
  addSampleCommand(program)
  addTokenCommand(program)
  return program
}

function reportErrorsInOneLine(command: Command, path: string): void {
  command.configureOutput({
    outputError: (text, write) => write(`${oneLine(text)} See ${path} --help.\n`),
  })
  for (const child of command.commands) reportErrorsInOneLine(child, `${path} ${child.name()}`)
}

/** Commander's message, and its suggestion, which stands on a line of its own. */
const oneLine = (text: string) =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/[^.)]$/, '$&.')
