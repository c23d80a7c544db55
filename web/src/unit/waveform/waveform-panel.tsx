import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useQuery } from '../../app/use-query.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { UnitWaveformDocument } from '../../gql/graphql.ts'
import type { UnitFacts } from '../unit-metrics.ts'
import { WaveformMap } from './waveform-map.tsx'
import { placeWaveforms, REACH } from './waveform-places.ts'
import { WaveformPlot } from './waveform-plot.tsx'
import { waveformRows } from './waveform-rows.ts'

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
  const response = data?.session
  const waveform = response?.unit?.meanWaveform ?? null
  const drawn = useMemo(() => {
    if (!response || !waveform) return null
    const { channelIds } = waveform
    const values = Float64Array.from(decodeArray(waveform.data).data as ArrayLike<number>)
    const peakId = response.unit?.channel?.channelId ?? null
    const places = response.channels.nodes
    return {
      placement: placeWaveforms(channelIds, values, places, peakId),
      rows: waveformRows(channelIds, values, places, peakId),
    }
  }, [response, waveform])
  const rows = drawn?.rows ?? []
  const { waveforms = null, whyNot = null } = drawn?.placement ?? {}
  const count = waveform?.channelIds.length ?? 0
  return (
    <Panel
      title="Mean waveform"
      aside={
        rows.length > 0 && (
          <p className="soft small">
            {waveforms ? mapNote(waveforms.length, count) : rowsNote(rows.length, count)}
          </p>
        )
      }
    >
      {error && <ErrorNotice error={error} retry={retry} />}
      {isLoading && !response && <Loading what="the waveform" />}
      {response && rows.length === 0 && (
        <p className="area-heatmap-empty">This session’s file has no mean waveform of the unit.</p>
      )}
      {rows.length > 0 && (
        <SvgFigure name="Mean waveform">
          {waveforms ? (
            <WaveformMap waveforms={waveforms} times={waveform?.times ?? null} />
          ) : (
            <WaveformPlot rows={rows} times={waveform?.times ?? null} />
          )}
        </SvgFigure>
      )}
      {rows.length > 0 && whyNot && (
        <p className="soft small">{whyNot}, so the channels are listed by their height instead.</p>
      )}
    </Panel>
  )
}

function mapNote(shown: number, all: number): string {
  return `${shown} of ${all} channels: those within ${REACH} µm of the peak along the probe`
}

function rowsNote(shown: number, all: number): string {
  const which = shown < all ? `${shown} of ${all} channels, nearest` : 'channels'
  return `${which} to the peak, with their distance from the probe’s tip`
}
