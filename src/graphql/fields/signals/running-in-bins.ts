import type { Bins } from '../../../domain/counting/bins.ts'
import type { GraphQLContext } from '../../context.ts'
import type { SessionModel } from '../../models.ts'
import { signalsIn, signalValues } from './signals-in-windows.ts'

/**
 * Mean running speed in each bin, in cm/s; NaN in a bin without samples. Null: the
 * session has no running speed.
 */
export async function runningInBins(
  session: SessionModel,
  bins: Bins,
  context: GraphQLContext,
): Promise<Float64Array | null> {
  const asked = { of: [{ signal: 'RUNNING_SPEED' }], statistic: 'MEAN' } as const
  const [signal] = await signalsIn(session, { kind: 'bins', bins }, asked, context)
  return signal ? (await signalValues(signal, context)).data : null
}
