import { areaAlias } from '../../domain/areas/area-names.ts'
import { sessionAreas } from '../../domain/areas/session-areas.ts'
import { areaKey, type DatasetPlan, type DatasetRequest } from '../../domain/counting/dataset.ts'
import { stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { amount } from '../../formats/amounts.ts'
import { nothingServed, noUnits } from '../emptiness.ts'
import type { Emptiness, ExportSource } from '../export-kind.ts'

/** Windows, bins and units, in two lines. */
export function describeDataset(
  { span }: DatasetRequest,
  { areas, epochs }: DatasetPlan,
): readonly string[] {
  const binCounts = [...new Set(epochs.map(({ bins }) => bins.count))]
  const bins = binCounts.length === 1 ? amount(binCounts[0], 'bin') : 'bins to its end'
  const columns = areas.map((area) => {
    const count = area.isRecorded ? `${area.unitRows.length}` : 'not recorded'
    return `${(area.acronym && areaAlias(area.acronym)) ?? areaKey(area)} ${count}`
  })
  const windows = span ? `one window, ${bins}` : `${amount(epochs.length, 'epoch')}, each ${bins}`
  return [windows, `Units: ${columns.join(', ')}`]
}

/** Why no matrix has a cell; null: one has. */
export async function emptinessOf(
  source: ExportSource,
  { areas, epochs }: DatasetPlan,
): Promise<Emptiness | null> {
  if (epochs.length === 0) return noEpochs(source)
  if (areas.some(({ unitRows }) => unitRows.length > 0)) return null
  if (areas.some(({ isRecorded }) => isRecorded)) return noUnits(source.tables)
  const names = areas.map((area) => (area.acronym && areaAlias(area.acronym)) ?? areaKey(area))
  const known = sessionAreas(source.tables).join(', ') || 'none'
  return {
    missing: 'areas',
    reason: `The session recorded none of the areas ${names.join(', ')}. Its areas are: ${known}.`,
  }
}

async function noEpochs(source: ExportSource): Promise<Emptiness> {
  const known = stimulusNames(knownEpochs(source.tables)).join(', ')
  if (known) {
    const reason = `No epoch is left to export. The session's stimuli are: ${known}.`
    return { missing: 'epochs', reason }
  }
  const span = await source.loaders.recordedSpan(source.session)
  const recorded = span ? ` It was recorded from ${span.startTime} s to ${span.stopTime} s.` : ''
  const none = `The session has no epochs.${recorded}`
  return { ...(await nothingServed(none, ['/intervals', '/stimulus'], source)), missing: 'window' }
}
