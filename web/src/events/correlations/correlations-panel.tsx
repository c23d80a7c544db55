import './correlations.css'
import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { type Address, type CorrelationKind, correlationKinds } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { go } from '../../app/use-address.ts'
import { useQuery } from '../../app/use-query.ts'
import { Choice } from '../../components/controls/choice.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { amount } from '../../components/texts/amounts.ts'
import {
  RecordedSpanDocument,
  ResponseCorrelationsDocument,
  TotalCorrelationsDocument,
  type UnitFilter,
} from '../../gql/graphql.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale } from '../../heatmap/colours/colour-scale.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { CorrelationMatrix } from './correlation-matrix.tsx'
import { correlationLimit, orderByArea } from './correlation-order.ts'

interface CorrelationsPanelProps {
  readonly address: Address
  readonly request: EventRequest
  readonly areas: readonly string[]
  readonly named: readonly { readonly acronym: string; readonly alias: string | null }[]
}

const kindNames = { none: 'None', signal: 'Signal', noise: 'Noise', total: 'Total' } as const

/** Seconds: bins, and the part of a session, that total correlations are of. */
const TOTAL = { binSize: 1, longest: 3600 }

/** How alike the units of the chosen areas respond: a matrix by area and depth. */
export function CorrelationsPanel({ address, request, areas, named }: CorrelationsPanelProps) {
  const isStimulus = request.event.kind === 'stimulus'
  // Signal and noise are told apart by the conditions of a stimulus.
  const options = ['none', ...(isStimulus ? correlationKinds : ['total' as const])] as const
  const chosen = options.find((kind) => kind === address.correlations) ?? 'none'
  return (
    <Panel
      title="Correlations between units"
      aside={
        <Choice
          title="Of"
          names={kindNames}
          options={options}
          chosen={chosen}
          onChoose={(kind) =>
            go({ correlations: kind === 'none' ? null : kind }, { replace: true })
          }
        />
      }
    >
      {chosen === 'none' ? (
        <p className="soft">
          Choose what is correlated: mean responses to the conditions of the stimulus (signal),
          deviations from them from presentation to presentation (noise), or counts of spikes in
          bins of one second, whatever is shown (total).
        </p>
      ) : (
        <Correlations {...{ request, areas, named }} kind={chosen} />
      )}
    </Panel>
  )
}

interface CorrelationsProps extends Omit<CorrelationsPanelProps, 'address'> {
  readonly kind: CorrelationKind
}

function Correlations({ request, areas, named, kind }: CorrelationsProps) {
  const { matrix, note, error, retry } = useCorrelations(request, kind)
  const theme = useTheme()
  const shown = useMemo(() => {
    if (!matrix) return null
    const values = decodeArray(matrix.data).data as ArrayLike<number>
    const order = orderByArea(matrix.units, areas)
    const names = order.blocks.map(({ area }) => {
      const known = named.find(({ acronym }) => acronym === area)
      return known ? areaName(known) : (area ?? 'no area')
    })
    return { values, order, names, limit: correlationLimit(values, matrix.units.length) }
  }, [matrix, areas, named])
  const scale = useMemo(() => shown && divergingScale(shown.limit, theme), [shown, theme])
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!matrix || !shown || !scale) return <Loading what="correlations" />
  if (matrix.units.length < 2)
    return <p className="soft">There are fewer than two units, so nothing can correlate.</p>
  const count = amount(matrix.units.length, 'unit')
  return (
    <>
      <div className="correlation-head">
        <p className="soft small">
          {note} {count}, area by area, each from the surface down where depths are known.
        </p>
        <ColourLegend
          scale={scale}
          measure="hz"
          of={{ title: 'Pearson’s r', unit: '' }}
          isClipped
          hasGaps={false}
        />
      </div>
      <CorrelationMatrix
        label={`${kindNames[kind]} correlations of ${count}`}
        units={matrix.units}
        {...shown}
        scale={scale}
      />
    </>
  )
}

/** Asks for one kind of correlations, and says of what they are. */
function useCorrelations({ event, shared, window }: EventRequest, kind: CorrelationKind) {
  const { session } = shared
  const units: UnitFilter = shared.units
  const isTotal = kind === 'total'
  const stimulus = event.kind === 'stimulus' ? event.name : ''
  const responses = useQuery(
    ResponseCorrelationsDocument,
    isTotal
      ? null
      : {
          session,
          stimulus,
          units,
          before: 0,
          after: window.after,
          kind: kind === 'signal' ? ('SIGNAL' as const) : ('NOISE' as const),
        },
  )
  const span = useQuery(RecordedSpanDocument, isTotal ? { session } : null)
  const recorded = span.data?.session?.recordedSpan ?? null
  const stop = recorded && Math.min(recorded.stopTime, recorded.startTime + TOTAL.longest)
  const totals = useQuery(
    TotalCorrelationsDocument,
    isTotal && recorded && stop !== null
      ? { session, units, start: recorded.startTime, stop, binSize: TOTAL.binSize }
      : null,
  )
  const response = isTotal ? totals : responses
  const matrix = isTotal
    ? totals.data?.session?.binnedActivity[0]?.correlations
    : responses.data?.session?.alignedActivity.correlations
  const note = isTotal
    ? `Of counts in bins of ${TOTAL.binSize} s${recorded && stop !== null && stop < recorded.stopTime ? ' in the first hour' : ''}.`
    : `Of spikes in the ${window.after} s from the start of ${stimulusText(stimulus)}, ${kind === 'signal' ? 'as means over each condition' : 'as deviations from the mean over each condition'}.`
  return {
    matrix: response.isLoading ? null : (matrix ?? null),
    note,
    error: span.error ?? response.error,
    retry: span.error ? span.retry : response.retry,
  }
}
