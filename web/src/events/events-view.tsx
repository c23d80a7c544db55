import '../activity/activity-plots.css'
import { useId, useMemo } from 'react'
import { FoldingBar } from '../activity/bar/folding-bar.tsx'
import { ZoomButtons } from '../activity/controls/zoom-buttons.tsx'
import { chooseAreas } from '../activity/loading/activity-request.ts'
import { useTimeView } from '../activity/use-time-view.ts'
import type { Address } from '../app/address.ts'
import { unitFilter } from '../app/unit-filter.ts'
import { go } from '../app/use-address.ts'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { amount, clock } from '../components/texts/amounts.ts'
import { FetchStatus } from '../fetching/fetch-status.tsx'
import {
  EventChoicesDocument,
  type EventChoicesQuery,
  EventSeriesDocument,
  StimulusParametersDocument,
} from '../gql/graphql.ts'
import { TimeAxis } from '../heatmap/axes/time-axis.tsx'
import { QueryPanel } from '../query/query-panel.tsx'
import {
  ALL_TOGETHER,
  chooseGrouping,
  chooseStimulus,
  groupings,
} from '../unit/responses/grouping.ts'
import { CorrelationsPanel } from './correlations/correlations-panel.tsx'
import { CsdPanel } from './csd/csd-panel.tsx'
import { EventControls } from './event-controls.tsx'
import {
  type ChosenEvent,
  eventOptions,
  eventText,
  formatEvent,
  parseEvent,
} from './event-source.ts'
import type { Around } from './loading/around.ts'
import { eventRequest } from './loading/event-request.ts'
import { useAround } from './loading/use-around.ts'
import { useTrials } from './loading/use-trials.ts'
import { UnitPanels } from './panels/unit-panels.tsx'
import { EventPlots } from './plots/event-plots.tsx'
import { UnitRasters } from './raster/unit-rasters.tsx'
import { ofUnits, useRasterUnits } from './raster/use-raster-units.ts'

type Choices = NonNullable<EventChoicesQuery['session']>

/** Responses of populations to anything that happens in a session. */
export function EventsView({ address }: { readonly address: Address }) {
  const session = address.session ?? ''
  const units = useMemo(() => unitFilter(address.limits), [address.limits])
  const { data, error, retry } = useQuery(EventChoicesDocument, { session, units })
  const choices = data?.session?.id === session ? data.session : null
  const event = choices && chosenEvent(choices, address)
  return (
    <>
      <ViewTitle note={`Session ${session}${event ? `, around ${eventText(event)}` : ''}`}>
        Responses
      </ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!choices && !error && <Loading what="the session" />}
      {choices && !event && (
        <Notice title="This file has nothing to align activity to: no stimuli, no trials, no events." />
      )}
      {choices && event && (
        <FetchStatus location={choices.location}>
          <AroundEvent address={address} choices={choices} event={event} />
        </FetchStatus>
      )}
    </>
  )
}

function chosenEvent(choices: Choices, address: Address): ChosenEvent | null {
  const requested = parseEvent(address.event)
  if (requested) return requested
  const stimulus = chooseStimulus(choices.stimulusNames, address.stimulus)
  if (stimulus !== null) return { kind: 'stimulus', name: stimulus }
  return parseEvent(eventOptions(choices, null)[0]?.options[0]?.value ?? null)
}

interface AroundEventProps {
  readonly address: Address
  readonly choices: Choices
  readonly event: ChosenEvent
}

function AroundEvent({ address, choices, event }: AroundEventProps) {
  const session = choices.id
  const isStimulus = event.kind === 'stimulus'
  const series = useQuery(EventSeriesDocument, { session })
  const requested = useQuery(
    StimulusParametersDocument,
    isStimulus ? { session, stimulus: event.name } : null,
  )
  if (isStimulus && requested.error)
    return <ErrorNotice error={requested.error} retry={requested.retry} />
  if (isStimulus && (requested.isLoading || !requested.data)) return <Loading what="the stimulus" />
  const facts = isStimulus ? requested.data?.session : null
  const options = isStimulus
    ? groupings(facts?.stimulusParameterValues ?? [])
    : columnsOf(choices, event)
  return (
    <Responses
      {...{ address, choices, event }}
      options={eventOptions(choices, series.data?.session ?? null)}
      duration={facts?.stimulusPresentations.nodes[0]?.duration ?? null}
      groupingOptions={options}
    />
  )
}

/** Columns of the event's own table whose values may group its rows. */
function columnsOf({ intervalTables }: Choices, event: ChosenEvent): string[] {
  if (event.kind !== 'column') return []
  const table = intervalTables.find(({ name }) => name === event.table)
  return (table?.columns ?? [])
    .filter(({ name, kind }) => kind !== 'LIST' && name !== event.column && !/time|id$/.test(name))
    .map(({ name }) => name)
}

interface ResponsesProps extends AroundEventProps {
  readonly options: ReturnType<typeof eventOptions>
  readonly duration: number | null
  readonly groupingOptions: readonly string[]
}

function Responses({
  address,
  choices,
  event,
  options,
  duration,
  groupingOptions,
}: ResponsesProps) {
  const areas = useMemo(() => chooseAreas(choices, address.areas), [choices, address.areas])
  const isStimulus = event.kind === 'stimulus'
  const grouping = isStimulus
    ? chooseGrouping(groupingOptions, address.grouping)
    : groupingOptions.includes(address.grouping ?? '')
      ? (address.grouping ?? ALL_TOGETHER)
      : ALL_TOGETHER
  const ofAreas = eventRequest(address, event, areas, duration, grouping)
  const isOfUnits = address.eventMode === 'unit'
  const rasters = useRasterUnits(ofAreas, address, isOfUnits)
  const request = rasters.shown ? ofUnits(ofAreas, rasters.shown) : ofAreas
  const { around, error, isLoading, retry, query } = useAround(
    request,
    !isOfUnits || (rasters.shown?.length ?? 0) > 0,
  )
  const isOfPanels = address.eventMode === 'units'
  const isEach = address.eventMode === 'each'
  const each = useTrials(request, isEach)
  const { before, after } = request.window
  const time = useTimeView(-before, after, address.shown)
  const id = useId()
  const failure = rasters.error ?? error ?? each.error
  const hasNone = rasters.shown?.length === 0
  const isReady = around !== null && (!isEach || each.trials !== null) && !failure && !hasNone
  return (
    <>
      <FoldingBar
        head={() => (
          <>
            <p className="activity-bar-text" role="status">
              {around && textOf(around, address.trial, eventText(event))}
            </p>
            {isEach && around && <TrialSteps trial={address.trial} count={around.times.length} />}
          </>
        )}
        buttons={<ZoomButtons time={time} smallestTime={4 * request.window.binSize} />}
        controls={
          <EventControls
            {...{ address, choices, options, request, around }}
            units={rasters.listed}
            shownUnits={rasters.shown}
            chosen={formatEvent(event)}
            groupings={groupingOptions}
          />
        }
      >
        {!isOfUnits && !isOfPanels && !address.isSideBySide && (
          <TimeAxis time={time} label={`Time from ${eventText(event)}, in seconds`} />
        )}
      </FoldingBar>
      <section className="activity-shown" aria-labelledby={`${id}-plots`}>
        <h2 id={`${id}-plots`} className="visually-hidden">
          Activity around events
        </h2>
        {failure && (
          <ErrorNotice
            error={failure}
            retry={rasters.error ? rasters.retry : error ? retry : each.retry}
          />
        )}
        {!isReady && !failure && !hasNone && (
          <Loading what={isLoading ? 'responses' : 'spikes of each event'} />
        )}
        {isReady && around.times.length === 0 && (
          <p className="area-heatmap-empty">There are no such events in this session.</p>
        )}
        {isReady && around.times.length > 0 && isOfUnits && (
          <UnitRasters
            {...{ address, request, around, duration, time }}
            named={choices.areas}
            event={eventText(event)}
          />
        )}
        {isReady && around.times.length > 0 && isOfPanels && (
          <UnitPanels
            {...{ address, request, around, duration, time }}
            named={choices.areas}
            event={eventText(event)}
          />
        )}
        {isReady && around.times.length > 0 && !isOfUnits && !isOfPanels && (
          <EventPlots
            {...{ address, request, around, areas, duration, time }}
            trials={isEach ? each.trials : null}
            named={choices.areas}
            event={eventText(event)}
          />
        )}
        {isReady && around.times.length > 0 && address.eventMode === 'mean' && (
          <CsdPanel {...{ address, request, time }} event={eventText(event)} />
        )}
        {hasNone && (
          <p className="area-heatmap-empty">No unit of these areas passes the quality limits.</p>
        )}
      </section>
      {address.eventMode === 'mean' && (
        <CorrelationsPanel {...{ address, areas }} request={ofAreas} named={choices.areas} />
      )}
      <QueryPanel query={query} fileName={`session_${choices.id}_responses`} />
    </>
  )
}

function textOf({ times }: Around, trial: number | null, event: string): string {
  if (trial === null) return `${amount(times.length, 'event')}: ${event}`
  const time = times[trial] ?? null
  return `Event ${trial + 1} of ${times.length}${time === null ? '' : `, at ${clock(time)}`}: ${event}`
}

interface TrialStepsProps {
  readonly trial: number | null
  readonly count: number
}

/** From event to event, or back to all of them. */
function TrialSteps({ trial, count }: TrialStepsProps) {
  const show = (next: number | null) => go({ trial: next }, { replace: trial !== null })
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">Events</legend>
      <div className="choice-options">
        <button
          type="button"
          disabled={trial === null || trial === 0}
          onClick={() => show((trial ?? 0) - 1)}
        >
          Previous
        </button>
        <button
          type="button"
          disabled={trial !== null && trial >= count - 1}
          onClick={() => show(trial === null ? 0 : trial + 1)}
        >
          {trial === null ? 'One by one' : 'Next'}
        </button>
        {trial !== null && (
          <button type="button" onClick={() => show(null)}>
            All events
          </button>
        )}
      </div>
    </fieldset>
  )
}
