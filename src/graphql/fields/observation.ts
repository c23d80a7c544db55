import { observationIn, type Stretches, stretchesOfUnit } from '../../domain/time/observation.ts'
import type { Loaders } from '../../request/loaders.ts'
import type { BinnedActivityModel } from '../models.ts'

/** When each unit of a matrix was observed; shape [units]. */
export async function stretchesOfMatrix(
  { session, tables, bins, unitRows }: BinnedActivityModel,
  loaders: Loaders,
): Promise<Stretches[]> {
  const window = { startTime: bins.start, stopTime: bins.stop }
  const observation = await observationIn(window, tables, () => loaders.recordedSpan(session))
  return Array.from(unitRows, (row) => stretchesOfUnit(observation, row))
}
