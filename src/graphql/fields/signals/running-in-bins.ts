import type { Bins } from '../../../domain/counting/bins.ts'
import { openInWindows, signalValues } from '../../../request/signals/signals-in-windows.ts'
import type { GraphQLContext } from '../../context.ts'
import type { SessionModel } from '../../models.ts'

/**
 * Mean running speed in each bin, in cm/s; NaN in a bin without samples. Null: the
 * session has no running speed.
 */
export async function runningInBins(
  session: SessionModel,
  bins: Bins,
  context: GraphQLContext,
): Promise<Float64Array | null> {
  const running = { signal: { name: 'runningSpeed' }, statistic: 'mean' } as const
  const signal = await openInWindows(session, { kind: 'bins', bins }, running, context)
  return signal && (await signalValues(signal, context)).data
}
