import { areaKey, type DatasetPlan } from '../../domain/counting/dataset.ts'
import { areaAlias, sessionAreas } from '../../domain/session/areas.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { readRecordedSpan } from '../../sessions/recorded-span.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { CommandError } from '../terminal/command-error.ts'
import { noUnitsText } from './unit-table.ts'

/** @throws CommandError when no epoch is left, with what to ask for instead */
export async function assertHasEpochs(
  { reader }: CatalogSession,
  tables: SessionTables,
  { epochs }: DatasetPlan,
): Promise<void> {
  if (epochs.length > 0) return
  const known = stimulusNames(knownEpochs(tables)).join(', ')
  if (known) {
    throw new CommandError(
      `No epoch is left to export. The session's stimuli are: ${known}. Change --stimuli or --exclude-stimuli, or give a window with --start and --stop.`,
    )
  }
  const span = await readRecordedSpan(reader, tables)
  const recorded = span ? `; it was recorded from ${span.startTime} s to ${span.stopTime} s` : ''
  throw new CommandError(
    `The session has no epochs. Give a window with --start and --stop, in seconds${recorded}.`,
  )
}

/** @throws CommandError when no matrix has a column, with the reason */
export function assertHasUnits(tables: SessionTables, { areas }: DatasetPlan): void {
  if (areas.some(({ unitRows }) => unitRows.length > 0)) return
  const names = areas.map((area) => (area.acronym && areaAlias(area.acronym)) ?? areaKey(area))
  if (areas.every(({ isRecorded }) => !isRecorded)) {
    const known = sessionAreas(tables).join(', ') || 'none'
    throw new CommandError(
      `The session recorded none of the areas ${names.join(', ')}. Its areas are: ${known}. Choose from them with --areas, or use --areas "" for all units as one matrix.`,
    )
  }
  throw new CommandError(noUnitsText(tables))
}
