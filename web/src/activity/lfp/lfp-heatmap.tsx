import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { useQuery } from '../../app/use-query.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount } from '../../components/texts/amounts.ts'
import { LfpChannelsDocument, LfpWindowDocument } from '../../gql/graphql.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { measureCounts } from '../../heatmap/cells/measure.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale } from '../../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../../heatmap/heatmap.tsx'
import type { RowWording } from '../../heatmap/row-wording.ts'
import { type LfpChannel, lfpCells, lfpLimit, spreadChannels } from './lfp-cells.ts'

export interface LfpHeatmapProps {
  readonly session: string
  readonly probe: { readonly id: string; readonly name: string }
  /** what times count from, in seconds on the session's clock */
  readonly onset: number
  readonly time: AxisView
}

/** Rows: enough to see layers, few enough to be read quickly. */
const MOST_CHANNELS = 16

/** As many as a wide plot has pixels. */
const MOST_POINTS = 2000

const noChannels: readonly LfpChannel[] = []

/** LFP of some channels of a probe over the window, from the surface down. */
export function LfpHeatmap({ session, probe, onset, time }: LfpHeatmapProps) {
  const { id, name } = probe
  const listed = useQuery(LfpChannelsDocument, { probe: id, session, name })
  const { data: list, isLoading: isListing } = listed
  const channels = useMemo(() => {
    const response = isListing ? null : list
    if (!response) return null
    const lfp = response.node && 'lfp' in response.node ? response.node.lfp : null
    const ids = new Set(lfp?.channelIds)
    const known = response.session?.channels.nodes ?? noChannels
    return spreadChannels(
      known.filter(({ channelId }) => ids.has(channelId)),
      MOST_CHANNELS,
    )
  }, [list, isListing])
  const { start, stop } = time.whole
  const requested = useQuery(
    LfpWindowDocument,
    channels && channels.length > 0
      ? {
          probe: id,
          start: onset + start,
          stop: onset + stop,
          channels: channels.map(({ channelId }) => channelId),
          points: MOST_POINTS,
        }
      : null,
  )
  const error = listed.error ?? requested.error
  const response = requested.isLoading ? null : requested.data?.node
  const lfp = response && 'lfp' in response ? response.lfp : null
  const cells = useMemo(() => {
    if (!lfp) return null
    const times = Float64Array.from(decodeArray(lfp.timesData).data as ArrayLike<number>)
    const volts = Float64Array.from(decodeArray(lfp.data).data as ArrayLike<number>)
    return lfpCells(times, volts, { start: onset + start, stop: onset + stop })
  }, [lfp, onset, start, stop])
  const theme = useTheme()
  const shown = useMemo(() => {
    if (!cells) return null
    const { counts, binSize } = cells
    return {
      scale: divergingScale(lfpLimit(counts), theme),
      measure: measureCounts(counts, 'counts', binSize),
    }
  }, [cells, theme])
  // Rows go by depth; the file's columns by its own order.
  const order = useMemo(
    () =>
      channels && lfp ? channels.map(({ channelId }) => lfp.channelIds.indexOf(channelId)) : [],
    [channels, lfp],
  )
  const rowIds = useMemo(() => (lfp?.channelIds ?? []).map((channel) => channel ?? ''), [lfp])
  const wording = useMemo(() => wordingOf(channels ?? noChannels), [channels])
  if (error)
    return <ErrorNotice error={error} retry={listed.error ? listed.retry : requested.retry} />
  if (channels?.length === 0)
    return (
      <p className="area-heatmap-empty">The LFP file of {name} is not next to the session’s.</p>
    )
  if (!lfp) return <Loading what="the local field potential" />
  if (!cells || !shown)
    return <p className="area-heatmap-empty">{name} has no LFP samples in this window.</p>
  return (
    <div className="lfp">
      <div className="lfp-head">
        <p className="soft small">
          {amount(rowIds.length, 'channel')}
          {channels?.some(({ verticalPosition }) => verticalPosition !== null) &&
            ', from the surface down'}
          {lfp.samplesPerGroup > 1 && `; each point is the mean of ${lfp.samplesPerGroup} samples`}
        </p>
        <ColourLegend
          scale={shown.scale}
          measure="hz"
          of={{ title: 'LFP (µV)', unit: 'µV' }}
          isClipped
          hasGaps={cells.counts.gaps?.some((gap) => gap > 0) ?? false}
        />
      </div>
      <div className="area-heatmap">
        <Heatmap
          label={`LFP of ${name}, ${amount(rowIds.length, 'channel')}`}
          counts={cells.counts}
          measure={shown.measure}
          scale={shown.scale}
          summary="mean"
          order={order}
          unitIds={rowIds}
          firstBinStart={start}
          binSize={cells.binSize}
          time={time}
          isAlone
          wording={wording}
          onOpenUnit={() => {}}
        />
      </div>
    </div>
  )
}

function wordingOf(channels: readonly LfpChannel[]): RowWording {
  const heights = new Map(
    channels.map(({ channelId, verticalPosition }) => [channelId, verticalPosition]),
  )
  return {
    axis: 'channels',
    row: (id) => {
      const height = heights.get(id) ?? null
      return height === null ? `Channel ${id}` : `Channel ${id}, ${height} µm from the tip`
    },
    value: (microvolts) =>
      Number.isNaN(microvolts) ? 'marked as invalid' : `${formatNumber(microvolts, 1)} µV`,
    open: null,
  }
}
