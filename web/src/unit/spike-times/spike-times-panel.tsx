import './spike-times.css'
import { type ReactNode, useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { UnitSpikeTimesDocument } from '../../gql/graphql.ts'
import { oneUnit } from '../one-unit.ts'
import { BarPlot } from './bar-plot.tsx'
import { type TrainFacts, trainText } from './train-text.ts'

interface SpikeTimesPanelProps {
  readonly session: string
  readonly unit: string
  /** below the autocorrelogram */
  readonly children?: ReactNode
}

/** How isolated a unit is, by its spike times: interspike intervals and autocorrelogram. */
export function SpikeTimesPanel({ session, unit, children }: SpikeTimesPanelProps) {
  const units = useMemo(() => oneUnit(unit), [unit])
  const { data, error, retry } = useQuery(UnitSpikeTimesDocument, { session, units })
  const received = data?.session
  const isCurrent = received?.spikeTrainStatistics.unitIds[0] === unit
  return (
    <Panel title="Spike times" aside={<p className="soft small">of the whole session</p>}>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!isCurrent && !error && <Loading what="the spike times" />}
      {received && isCurrent && (
        <>
          <h3>Interspike intervals</h3>
          <SvgFigure name="Interspike intervals">
            <BarPlot
              label="Histogram of interspike intervals up to 100 ms, in bins of 1 ms."
              counts={(received.spikeTrainStatistics.isiHistogram.counts as number[][])[0]}
              from={0}
              to={100}
              title="interval (ms)"
            />
          </SvgFigure>
          <p className="soft small">{trainText(factsOf(received.spikeTrainStatistics))}</p>
          <h3>Autocorrelogram</h3>
          <SvgFigure name="Autocorrelogram">
            <BarPlot
              label="Autocorrelogram from 50 ms before a spike to 50 ms after it, in bins of 1 ms."
              counts={(received.correlograms.counts as number[][])[0]}
              from={-50.5}
              to={50.5}
              title="lag (ms)"
            />
          </SvgFigure>
          <p className="soft small">
            Pairs of spikes at each lag; no spike is paired with itself. A gap around 0 is the
            refractory period of one neuron.
          </p>
        </>
      )}
      {children}
    </Panel>
  )
}

interface Columns {
  readonly spikeCounts: unknown
  readonly isiMedian: unknown
  readonly cv: unknown
  readonly cv2: unknown
  readonly isiViolations: { readonly counts: unknown }
}

/** Of the one unit requested. */
function factsOf({ spikeCounts, isiMedian, cv, cv2, isiViolations }: Columns): TrainFacts {
  const first = (column: unknown) => (column as readonly (number | null)[])[0]
  return {
    spikeCount: first(spikeCounts) ?? 0,
    median: first(isiMedian),
    cv: first(cv),
    cv2: first(cv2),
    violations: first(isiViolations.counts),
  }
}
