import { type Command, Option } from 'commander'
import type { ExportRequest } from '../../exports/export-kind.ts'
import type { FileFormat } from '../../formats/file-format.ts'
import type { Dtype } from '../../formats/numpy/dtype.ts'
import { accessOf } from '../open/access.ts'
import { addPathOption } from '../options.ts'
import { CommandError } from '../terminal/command-error.ts'
import { interruptible } from '../terminal/interruption.ts'
import { chooseFormat } from './choose-file.ts'
import { addManyOptions, type ManyOptions } from './many-options.ts'

/** Options of every kind of export. */
export interface WritingOptions {
  readonly path?: string[]
  readonly out?: string
  readonly format?: FileFormat
  readonly json?: true
  readonly csvFormulas?: true
  readonly dtype?: Dtype
}

interface ExportCommand<Options> {
  /** `units` */
  readonly name: string
  readonly summary: string
  /** of the command's help */
  readonly description: string
  /** those that it can be written in, the usual one first */
  readonly formats: readonly FileFormat[]
  /** the name of the file if none is given: `session_<id>_units.csv` */
  readonly fileName: string
  readonly addOptions?: (command: Command) => unknown
  /** @throws CommandError for options that make no request together */
  readonly request: (
    options: Options & WritingOptions,
    format: FileFormat,
  ) => Promise<ExportRequest>
  /** number type of counts by default */
  readonly dtype?: Dtype
  readonly examples: readonly string[]
}

/** A subcommand of `spikeql export`. */
export function addExportKind<Options>(
  parent: Command,
  definition: ExportCommand<Options>,
): Command {
  const { name, summary, description, formats, fileName, addOptions, examples } = definition
  const command = parent
    .command(name)
    .summary(summary)
    .description(description)
    .argument('[file|id]', 'an NWB file, or the id of a session; none with --from')
  addPathOption(command)
    .option(
      '--out <file>',
      `file to write; - for standard output (default: ${fileName}.${formats[0]})`,
    )
    .addOption(
      new Option(
        '--format <format>',
        `file format (default: from the file name, or ${formats[0]})`,
      ).choices(formats),
    )
    .option('--json', 'print what was written as JSON, with identities and digests')
  if (formats.includes('csv')) {
    command.option(
      '--csv-formulas',
      "csv: write texts that begin with = + - @, a tab or a line break unchanged; by default a ' is put before them, so that spreadsheets do not run them as formulas",
    )
  }
  addOptions?.(command)
  return addManyOptions(command)
    .addHelpText(
      'after',
      `\nExamples:\n${examples.map((line) => `  spikeql export ${name} ${line}`).join('\n')}`,
    )
    .action((target: string | undefined, options: Options & WritingOptions & ManyOptions) =>
      interruptible(async (signal) => {
        if (options.from && options.out !== undefined) {
          throw new CommandError('--out names one file; choose the folder of several with --to.')
        }
        const format = chooseFormat(options, formats)
        const request = await definition.request(options, format)
        const dtype = options.dtype ?? definition.dtype ?? null
        const task = { ...options, name, dtype, signal }
        const access = await accessOf(command)
        if (options.from) {
          const { exportMany } = await import('./export-many.ts')
          return exportMany(request, task, target, options, access)
        }
        if (target === undefined) {
          throw new CommandError('Name an NWB file or the id of a session, or places with --from.')
        }
        const { writeExport } = await import('./write-export.ts')
        const { withSession } = await import('../open/with-session.ts')
        await withSession(
          target,
          options.path,
          (session, catalog) => writeExport(request, task, session, catalog),
          access,
        )
      }),
    )
}
