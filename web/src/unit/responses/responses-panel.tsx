import { useId, useState } from 'react'
import { go } from '../../app/use-address.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import type { UnitResponsesQuery } from '../../gql/graphql.ts'
import type { ResponseScale } from './draw-response.ts'
import { ALL_TOGETHER } from './grouping.ts'
import { ResponseCard } from './response-card.tsx'
import { type ResponseGroup, responseGroups, tuning } from './response-groups.ts'
import type { ResponseWindow } from './response-window.ts'
import { TuningPlot } from './tuning-plot.tsx'

interface ResponsesPanelProps {
  readonly response: NonNullable<UnitResponsesQuery['session']>
  readonly window: ResponseWindow
  readonly duration: number | null
  readonly stimulus: string
  readonly grouping: string
  readonly groupings: readonly string[]
}

/** Cards at first: more take time to draw, and to look at. */
const CARDS_AT_FIRST = 24

/** How a unit responds to a stimulus, by the value of a parameter. */
export function ResponsesPanel(props: ResponsesPanelProps) {
  const { response, window, duration, stimulus, grouping, groupings } = props
  const groups = responseGroups(response, grouping)
  const points = tuning(response, grouping)
  const scale = responseScale(groups, window, duration, response.around.edges ?? [])
  return (
    <Panel
      title={`Responses to ${stimulusText(stimulus)}`}
      aside={<GroupingField grouping={grouping} groupings={groupings} />}
    >
      {points.length > 1 && (
        <figure className="unit-tuning">
          <figcaption>
            <strong>Tuning</strong>{' '}
            <span className="soft">
              mean rate during the presentations ± standard error, over all other parameters
            </span>
          </figcaption>
          <SvgFigure name={`Tuning to ${stimulusText(grouping)}`}>
            <TuningPlot parameter={grouping} points={points} />
          </SvgFigure>
        </figure>
      )}
      <p className="soft small">
        Each row a presentation, each mark a spike; below, their mean rate (Hz) in bins of{' '}
        {Number((window.binSize * 1000).toFixed(3))} ms. Time (s) is from the presentation’s start;
        the stimulus is shaded.
      </p>
      <Cards groups={groups} scale={scale} />
    </Panel>
  )
}

function Cards({ groups, scale }: { groups: readonly ResponseGroup[]; scale: ResponseScale }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? groups : groups.slice(0, CARDS_AT_FIRST)
  return (
    <>
      <div className="response-cards">
        {shown.map((group) => (
          <ResponseCard key={group.label} group={group} scale={scale} />
        ))}
      </div>
      {shown.length < groups.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {groups.length} groups
        </button>
      )}
    </>
  )
}

function GroupingField({
  grouping,
  groupings,
}: {
  grouping: string
  groupings: readonly string[]
}) {
  const id = useId()
  if (groupings.length === 0) return null
  return (
    <div className="select-field">
      <label htmlFor={id}>Presentations grouped by</label>
      <select
        id={id}
        value={grouping}
        onChange={(event) => go({ grouping: event.target.value }, { replace: true })}
      >
        {groupings.map((name) => (
          <option key={name} value={name}>
            {stimulusText(name)}
          </option>
        ))}
        <option value={ALL_TOGETHER}>none (all together)</option>
      </select>
    </div>
  )
}

function responseScale(
  groups: readonly ResponseGroup[],
  { before, after }: ResponseWindow,
  duration: number | null,
  edges: readonly (number | null)[],
): ResponseScale {
  const highest = Math.max(...groups.map(({ rates }) => Math.max(...rates)), 0)
  return {
    start: -before,
    stop: after,
    duration,
    highestRate: highest > 0 ? highest * 1.05 : 1,
    edges: edges.map((edge) => edge ?? 0),
  }
}
