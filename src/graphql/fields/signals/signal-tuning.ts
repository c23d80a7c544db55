import type { SignalTuningRequest } from '../../../request/analyses/signal-tuning.ts'
import type { SessionSignalTuningArgs } from '../../generated.ts'
import { toUnitFilter } from '../units/unit-arguments.ts'
import { toSignal } from './signal-arguments.ts'

const lookups = { PREVIOUS: 'previous', NEAREST: 'nearest' } as const

/** Those that have a default always come. */
type TuningArguments = SessionSignalTuningArgs &
  Required<Pick<SessionSignalTuningArgs, 'lookup' | 'minOccupancy' | 'units'>>

/** A request for tuning as it came with a query. */
export function toTuningRequest({
  axes,
  units,
  within,
  maxGap,
  minOccupancy,
  lookup,
}: TuningArguments): SignalTuningRequest {
  return {
    axes: axes.map(({ signal, edges }) => ({ signal: toSignal(signal), edges })),
    units: toUnitFilter(units),
    within: within ?? null,
    lookup: lookups[lookup],
    maxGap: maxGap ?? null,
    minOccupancy,
  }
}
