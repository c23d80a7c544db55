import { areaKey, type DatasetPlan, type DatasetQuestion } from '../../domain/counting/dataset.ts'
import { areaAlias, sessionAreas } from '../../domain/session/areas.ts'
import { stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { amount } from '../../formats/amounts.ts'
import { noUnitsReason } from '../empty-reasons.ts'
import type { ExportSource } from '../export-kind.ts'

/** Windows, bins and units, in two lines. */
export function describeDataset(
  { span }: DatasetQuestion,
  { areas, epochs }: DatasetPlan,
): readonly string[] {
  const binCounts = [...new Set(epochs.map(({ bins }) => bins.count))]
  const bins = binCounts.length === 1 ? amount(binCounts[0], 'bin') : 'bins to its end'
  const columns = areas.map((area) => {
    const count = area.isRecorded ? `${area.unitRows.length}` : 'not recorded'
    return `${(area.acronym && areaAlias(area.acronym)) ?? areaKey(area)} ${count}`
  })
  const windows = span ? `one window, ${bins}` : `${amount(epochs.length, 'epoch')}, each ${bins}`
  return [`${windows}.`, `Units: ${columns.join(', ')}.`]
}

/** Why no matrix has a cell; null: one has. */
export async function emptyReason(
  { session, tables, loaders }: ExportSource,
  plan: DatasetPlan,
): Promise<string | null> {
  if (plan.epochs.length > 0) return noColumnsReason(tables, plan)
  const known = stimulusNames(knownEpochs(tables)).join(', ')
  if (known) return `No epoch is left to export. The session's stimuli are: ${known}.`
  const span = await loaders.recordedSpan(session)
  const recorded = span ? ` It was recorded from ${span.startTime} s to ${span.stopTime} s.` : ''
  return `The session has no epochs.${recorded}`
}

function noColumnsReason(tables: ExportSource['tables'], { areas }: DatasetPlan): string | null {
  if (areas.some(({ unitRows }) => unitRows.length > 0)) return null
  if (areas.some(({ isRecorded }) => isRecorded)) return noUnitsReason(tables)
  const names = areas.map((area) => (area.acronym && areaAlias(area.acronym)) ?? areaKey(area))
  const known = sessionAreas(tables).join(', ') || 'none'
  return `The session recorded none of the areas ${names.join(', ')}. Its areas are: ${known}.`
}
