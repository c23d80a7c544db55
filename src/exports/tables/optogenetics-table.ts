import type { SessionTables } from '../../domain/session/session-tables.ts'
import { SeriesNotFoundError } from '../../errors.ts'
import { snakeCase } from '../../formats/tables/snake-case.ts'
import { type Table, tableOf, wholeColumn } from '../../formats/tables/table.ts'
import { nothingServed } from '../emptiness.ts'
import { tableExport } from './table-export.ts'

type Pulses = NonNullable<SessionTables['optogeneticEpochs']>

/** Light pulses, one per row. */
export const optogeneticsExport = tableExport<object>({
  name: 'optogenetics',
  fields: {},
  async plan(_request, source) {
    const { optogeneticEpochs: pulses } = source.tables
    if (!pulses) throw new SeriesNotFoundError('optogenetics', null)
    const none = 'The session has no light pulses.'
    return {
      rowCount: pulses.length,
      emptiness:
        pulses.length === 0 ? await nothingServed(none, ['/processing/opto'], source) : null,
      load: async () => pulseTable(pulses),
    }
  },
})

function pulseTable(pulses: Pulses): Table {
  const floats = (name: 'startTime' | 'stopTime' | 'duration' | 'level') => ({
    name: snakeCase(name),
    type: 'float' as const,
    cells: Float64Array.from(pulses, (pulse) => pulse[name]),
  })
  const texts = (name: 'condition' | 'stimulusName') => ({
    name: snakeCase(name),
    type: 'text' as const,
    cells: pulses.map((pulse) => pulse[name]),
  })
  return tableOf([
    wholeColumn(
      'id',
      pulses.map(({ id }) => id),
    ),
    floats('startTime'),
    floats('stopTime'),
    floats('duration'),
    texts('condition'),
    floats('level'),
    texts('stimulusName'),
  ])
}
