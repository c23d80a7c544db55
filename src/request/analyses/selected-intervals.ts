import type { Interval } from '../../domain/analyses/trains/train-runs.ts'
import { type EpochFilter, selectEpochs } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'

/** Intervals of a request, at most. */
const MOST_INTERVALS = 100_000

/** Which times are looked at: those within intervals, or epochs; neither: the whole session. */
export interface IntervalSelection {
  readonly within: readonly { readonly start: number; readonly stop: number }[] | null
  readonly epochs: EpochFilter | null
}

/**
 * The intervals of a selection, in the order given; of the whole session the one that was recorded,
 * its last moment included, and none of a session that recorded nothing.
 *
 * @throws InvalidArgumentError, EpochNotFoundError
 */
export async function selectedIntervals(
  session: CatalogSession,
  { within, epochs }: IntervalSelection,
  { loaders }: RequestContext,
): Promise<Interval[]> {
  if (within && epochs) {
    throw new InvalidArgumentError('Give either within or epochs, not both.')
  }
  if (within && within.length > MOST_INTERVALS) {
    throw new InvalidArgumentError(
      `within has ${within.length} entries; at most ${MOST_INTERVALS} are allowed. Split them into several requests.`,
    )
  }
  if (within) return within.map(({ start, stop }) => ({ startTime: start, stopTime: stop }))
  if (epochs) {
    const selected = selectEpochs(knownEpochs(await loaders.tables(session)), epochs)
    return selected.map(({ startTime, stopTime }) => ({ startTime, stopTime }))
  }
  const recorded = await loaders.recordedSpan(session)
  return recorded ? [{ ...recorded, includesStop: true }] : []
}
