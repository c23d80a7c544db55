import type { SignalReference } from '../../../domain/signals/signal-source.ts'
import type { SignalWindows } from '../../../domain/signals/signal-windows.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { openInWindows, type WindowSignal } from '../../../request/signals/signals-in-windows.ts'
import type { GraphQLContext } from '../../context.ts'
import type {
  SignalSource as SignalSourceInput,
  SampleStatistic as StatisticName,
} from '../../generated.ts'
import type { SessionModel, SignalModel } from '../../models.ts'
import { camelCase } from '../camel-case.ts'
import { toSignal } from './signal-arguments.ts'

/** Which signals are wanted in windows, and what becomes of their samples. */
export interface SignalArguments {
  readonly of: readonly SignalSourceInput[]
  readonly statistic: StatisticName
}

/** Where the values of a signal can be downloaded. */
type SignalHref = (signal: WindowSignal, format: FileFormat) => Promise<string>

/**
 * Signals in windows; null for one that the session does not have. No sample is read until its
 * value is wanted.
 *
 * @throws InvalidArgumentError
 */
export function signalsIn(
  session: SessionModel,
  windows: SignalWindows,
  { of, statistic: name }: SignalArguments,
  hrefOf: SignalHref,
  context: GraphQLContext,
): Promise<(SignalModel | null)[]> {
  context.budget.chargeList(of.length)
  const statistic = camelCase(name)
  return Promise.all(
    of.map(async (source) => {
      const signal: SignalReference = toSignal(source)
      const model = await openInWindows(session, windows, { signal, statistic }, context)
      return model && { ...model, addressIn: (format) => hrefOf({ signal, statistic }, format) }
    }),
  )
}
