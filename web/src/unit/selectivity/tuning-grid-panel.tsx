import './selectivity.css'
import { useMemo } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { useQuery } from '../../app/use-query.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { TuningGridDocument, type TuningGridQuery } from '../../gql/graphql.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { colourOf, sequentialScale } from '../../heatmap/colours/colour-scale.ts'
import { toCss } from '../../heatmap/colours/mix-colours.ts'
import { oneUnit } from '../one-unit.ts'
import { type ParameterValue, parameterLabel, valueLabel } from '../responses/grouping.ts'

interface TuningGridPanelProps {
  readonly session: string
  readonly unit: string
  readonly stimulus: string
  /** along the horizontal axis, and the vertical one */
  readonly parameters: readonly [string, string]
}

/** Mean rate at every combination of two parameters: a tuning surface. */
export function TuningGridPanel({ session, unit, stimulus, parameters }: TuningGridPanelProps) {
  const units = useMemo(() => oneUnit(unit), [unit])
  const { data, error, isLoading, retry } = useQuery(TuningGridDocument, {
    session,
    stimulus,
    units,
    parameters: [...parameters],
  })
  const grid = isLoading ? null : data?.session?.presentationActivity.grid
  return (
    <Panel title={parameters.map(parameterLabel).join(' × ')}>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!grid && !error && <Loading what="the tuning" />}
      {grid && (
        <SvgFigure name={parameters.map(parameterLabel).join(' by ')}>
          <TuningMap {...grid} />
        </SvgFigure>
      )}
    </Panel>
  )
}

type Grid = NonNullable<TuningGridQuery['session']>['presentationActivity']['grid']

/** in units of the drawing, which the page scales */
const WIDTH = 420
const LEFT = 48
const RIGHT = 6
const TOP = 4
const BOTTOM = 36
const ROW = 30

function TuningMap({ axes, mean, presentationCounts }: Grid) {
  const theme = useTheme()
  const [across, up] = axes
  // Shape [across, up, bins, units], of one bin and one unit.
  const rates = (mean as (number | null)[][][][]).map((column) => column.map(([[rate]]) => rate))
  const counts = presentationCounts as number[][]
  const largest = Math.max(...rates.flat().map((rate) => rate ?? 0))
  const scale = sequentialScale(largest > 0 ? largest : 1, theme)
  const side = (WIDTH - LEFT - RIGHT) / across.values.length
  const height = TOP + ROW * up.values.length + BOTTOM
  const rowOf = (y: number) => up.values.length - 1 - y
  const label = (name: string, value: unknown) => valueLabel(name, value as ParameterValue)
  return (
    <>
      <svg
        className="tuning-map"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`Mean rate at ${across.values.length} by ${up.values.length} combinations, at most ${formatRate(largest)} Hz.`}
      >
        {rates.map((column, x) =>
          column.map((rate, y) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a combination is its position
              key={`${x} ${y}`}
              x={LEFT + x * side}
              y={TOP + rowOf(y) * ROW}
              width={side}
              height={ROW}
              fill={toCss(colourOf(scale, rate ?? Number.NaN))}
            >
              <title>{`${label(across.name, across.values[x])}, ${label(up.name, up.values[y])}: ${rate === null ? 'not shown' : `${formatRate(rate)} Hz`}, ${counts[x][y]} presentations`}</title>
            </rect>
          )),
        )}
        {across.values.map((value, x) => (
          <text
            key={String(value)}
            x={LEFT + (x + 0.5) * side}
            y={height - BOTTOM + 15}
            textAnchor="middle"
          >
            {String(value).replace('-', '−')}
          </text>
        ))}
        {up.values.map((value, y) => (
          <text
            key={String(value)}
            x={LEFT - 7}
            y={TOP + (rowOf(y) + 0.5) * ROW}
            dy="0.32em"
            textAnchor="end"
          >
            {String(value).replace('-', '−')}
          </text>
        ))}
        <text x={LEFT + (WIDTH - LEFT - RIGHT) / 2} y={height - 5} textAnchor="middle">
          {parameterLabel(across.name)}
        </text>
        <text
          transform={`translate(11 ${TOP + (ROW * up.values.length) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {parameterLabel(up.name)}
        </text>
      </svg>
      <p className="soft small">
        Mean rate during the presentations, from 0 (the colour of the page) to {formatRate(largest)}{' '}
        Hz, over all other parameters.{rates.flat().includes(null) && ' Grey: never presented.'}
      </p>
    </>
  )
}
