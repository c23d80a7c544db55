import './csd.css'
import { useMemo } from 'react'
import { lfpLimit } from '../../activity/lfp/lfp-cells.ts'
import { LfpSection } from '../../activity/lfp/lfp-section.tsx'
import type { Address } from '../../app/address.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { go } from '../../app/use-address.ts'
import { useQuery } from '../../app/use-query.ts'
import { NumberField } from '../../components/controls/number-field.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount } from '../../components/texts/amounts.ts'
import { CsdProbesDocument, LfpChannelsDocument } from '../../gql/graphql.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { TimeAxis } from '../../heatmap/axes/time-axis.tsx'
import { measureCounts } from '../../heatmap/cells/measure.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale } from '../../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../../heatmap/heatmap.tsx'
import type { RowWording } from '../../heatmap/row-wording.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { unknownSpacing } from './channel-distances.ts'
import { csdBin, csdCells } from './csd-cells.ts'
import { useCsd } from './use-csd.ts'

interface CsdPanelProps {
  readonly address: Address
  readonly request: EventRequest
  readonly time: AxisView
  /** what time counts from: `flashes` */
  readonly event: string
}

/** Sinks and sources along a probe around the events. */
export function CsdPanel({ address, request, time, event }: CsdPanelProps) {
  const { data } = useQuery(CsdProbesDocument, { session: request.shared.session })
  const probes = data?.session?.probes ?? []
  return (
    <LfpSection title="Current source density" {...{ address, probes }}>
      {(probe) => <Csd {...{ request, time, event, probe }} spacing={address.spacing} />}
    </LfpSection>
  )
}

interface CsdProps extends Omit<CsdPanelProps, 'address'> {
  /** µm between channels, where the file does not say; null: not given */
  readonly spacing: number | null
  readonly probe: {
    readonly id: string
    readonly name: string
    readonly lfpSamplingRate: number | null
  }
}

function Csd({ request, time, event, probe, spacing }: CsdProps) {
  const { session, before, after } = request.shared
  const { id, name } = probe
  const listed = useQuery(LfpChannelsDocument, { probe: id, session, name })
  const { data: list, isLoading: isListing } = listed
  const channels = useMemo(() => {
    const node = isListing ? null : list?.node
    if (!node) return null
    const lfp = 'lfp' in node ? node.lfp : null
    return (lfp?.channelIds ?? []).flatMap((channelId) => channelId ?? [])
  }, [list, isListing])
  const heights = useMemo(() => {
    const nodes = list?.session?.channels.nodes ?? []
    return new Map(nodes.map(({ channelId, verticalPosition }) => [channelId, verticalPosition]))
  }, [list])
  const binSize = csdBin({ before, after }, probe.lfpSamplingRate)
  const unknown = useMemo(
    () => channels && unknownSpacing(channels.map((channel) => heights.get(channel) ?? null)),
    [channels, heights],
  )
  const given = unknown === null ? null : spacing
  const isGiven = unknown === null || given !== null
  const requested = useCsd(request, id, isGiven ? channels : null, binSize, given)
  const { csd } = requested
  const theme = useTheme()
  const shown = useMemo(() => {
    if (!csd) return null
    const counts = csdCells(csd.density)
    const rowIds = csd.channelIds.slice(1, -1)
    // From the surface down, where depths are known.
    const heightOf = (row: number) => heights.get(rowIds[row]) ?? Number.NEGATIVE_INFINITY
    const order = [...rowIds.keys()].sort(
      (one, other) => heightOf(other) - heightOf(one) || one - other,
    )
    return {
      counts,
      rowIds,
      order,
      scale: divergingScale(lfpLimit(counts), theme),
      measure: measureCounts(counts, 'counts', binSize),
    }
  }, [csd, heights, theme, binSize])
  const wording = useMemo(() => wordingOf(heights), [heights])
  const error = listed.error ?? requested.error
  if (error)
    return <ErrorNotice error={error} retry={listed.error ? listed.retry : requested.retry} />
  if (channels && channels.length < 3)
    return (
      <p className="area-heatmap-empty">
        {channels.length === 0
          ? `The LFP file of ${name} is not next to the session’s.`
          : `A current source density takes three channels; ${name} has ${channels.length} with LFP.`}
      </p>
    )
  const field = unknown !== null && <SpacingField why={unknown} spacing={given} />
  if (!isGiven) return field
  if (!shown || !csd) return <Loading what="the current source density" />
  const { counts, scale, measure, order, rowIds } = shown
  const isEmpty = counts.gaps?.every((gap) => gap > 0) ?? true
  if (isEmpty)
    return <p className="area-heatmap-empty">{name} has no LFP samples around these events.</p>
  return (
    <div className="lfp">
      {field}
      <div className="lfp-head">
        <p className="soft small">
          Of the mean LFP around {amount(csd.eventCount, 'event')},{' '}
          {amount(rowIds.length, 'channel')}
          {[...heights.values()].some((height) => height !== null) && ' from the surface down'},
          without the two outermost, which lack a neighbour
          {given !== null && `, as if all lay ${given} µm apart`}. Sinks are below 0, sources above.
        </p>
        <ColourLegend
          scale={scale}
          measure="hz"
          of={{ title: 'CSD (mV/mm²)', unit: 'mV/mm²' }}
          isClipped
          hasGaps={counts.gaps?.some((gap) => gap > 0) ?? false}
        />
      </div>
      <TimeAxis time={time} label={`Time from ${event}, in seconds`} />
      <div className="area-heatmap">
        <Heatmap
          label={`CSD of ${name}, ${amount(rowIds.length, 'channel')}`}
          {...{ counts, measure, scale, order, binSize, time, wording }}
          summary="mean"
          unitIds={rowIds}
          firstBinStart={-before}
          isAlone
          onOpenUnit={() => {}}
        />
      </div>
    </div>
  )
}

interface SpacingFieldProps {
  readonly why: string
  readonly spacing: number | null
}

/** Where the distance between channels is typed that the file does not have. */
function SpacingField({ why, spacing }: SpacingFieldProps) {
  return (
    <div className="csd-spacing">
      <NumberField
        label="Distance between channels"
        unit="µm"
        value={spacing}
        min={0}
        placeholder="not given"
        accepts={(micrometres) => micrometres > 0}
        onChange={(micrometres) => go({ spacing: micrometres }, { replace: true })}
      />
      <p className="soft small">
        {why} A current source density needs the distance between neighbours:{' '}
        {spacing === null ? 'enter it here' : 'the one entered here counts'}.
      </p>
    </div>
  )
}

function wordingOf(heights: ReadonlyMap<string, number | null>): RowWording {
  return {
    axis: 'channels',
    row: (id) => {
      const height = heights.get(id) ?? null
      return height === null ? `Channel ${id}` : `Channel ${id}, ${height} µm from the tip`
    },
    value: (density) =>
      Number.isNaN(density) ? 'no samples' : `${formatNumber(density, 2)} mV/mm²`,
    open: null,
  }
}
