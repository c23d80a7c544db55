import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useQuery } from '../../app/use-query.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { UnitWaveformDocument } from '../../gql/graphql.ts'
import type { UnitFacts } from '../unit-metrics.ts'
import { WaveformPlot } from './waveform-plot.tsx'
import { type WaveformRow, waveformRows } from './waveform-rows.ts'

interface WaveformPanelProps {
  readonly session: string
  readonly unit: UnitFacts
}

/** The unit's mean waveform around its peak channel, or that the file has none. */
export function WaveformPanel({ session, unit }: WaveformPanelProps) {
  const { data, error, isLoading, retry } = useQuery(UnitWaveformDocument, {
    session,
    unit: unit.unitId,
    probes: unit.probe ? [unit.probe.probeId] : [],
  })
  const answer = data?.session
  const waveform = answer?.unit?.meanWaveform ?? null
  const rows = useMemo(() => {
    if (!answer || !waveform) return []
    const { data: values } = decodeArray(waveform.data)
    return waveformRows(
      waveform.channelIds,
      Float64Array.from(values as ArrayLike<number>),
      answer.channels.nodes,
      answer.unit?.channel?.channelId ?? null,
    )
  }, [answer, waveform])
  return (
    <Panel
      title="Mean waveform"
      aside={rows.length > 0 && <p className="soft small">{noteOf(rows, waveform?.channelIds)}</p>}
    >
      {error && <ErrorNotice error={error} retry={retry} />}
      {isLoading && !answer && <Loading what="the waveform" />}
      {answer && rows.length === 0 && (
        <p className="area-heatmap-empty">This session’s file has no mean waveform of the unit.</p>
      )}
      {rows.length > 0 && (
        <SvgFigure name="Mean waveform">
          <WaveformPlot rows={rows} times={waveform?.times ?? null} />
        </SvgFigure>
      )}
    </Panel>
  )
}

function noteOf(rows: readonly WaveformRow[], all: readonly unknown[] | undefined): string {
  const count = all?.length ?? rows.length
  const which = rows.length < count ? `${rows.length} of ${count} channels, nearest` : 'channels'
  return `${which} to the peak, with their distance from the probe’s tip`
}
