import type { Command } from 'commander'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import type { ColumnFilter } from '../../../request/interval-tables.ts'
import { addRowFilter } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'

interface TableOptions {
  readonly table: string
  readonly where?: ColumnFilter[]
}

/** `spikeql export intervals`: any table of intervals, such as trials. */
export function addIntervalTableCommand(parent: Command): Command {
  return addExportKind<TableOptions>(parent, {
    name: 'intervals',
    summary: 'any table of intervals, such as trials',
    description: 'Write the rows of a table of intervals, with all of its columns.',
    formats: tableFormats,
    fileName: 'session_<id>_intervals_<table>',
    addOptions: (command) =>
      command
        .requiredOption('--table <name>', 'name of the table, such as trials')
        .option(
          '--where <condition>',
          'only rows with such a value: response=hit; may be repeated, and then all must hold',
          addRowFilter,
        ),
    request: async ({ table, where }, format) => {
      const { intervalTableExport } = await import('../../../exports/tables/interval-table.ts')
      return intervalTableExport.request({ table, where: where ?? [] }, format)
    },
    examples: ['behavior.nwb --table trials --where hit=true --out hits.csv'],
  })
}
