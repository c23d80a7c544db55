import type { Address } from '../../app/address.ts'
import { useQuery } from '../../app/use-query.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { Notice } from '../../components/notices/notice.tsx'
import { StimulusParametersDocument, UnitResponsesDocument } from '../../gql/graphql.ts'
import { QueryPanel } from '../../query/query-panel.tsx'
import { oneUnit } from '../one-unit.ts'
import { responseKind } from '../selectivity/metric-names.ts'
import { SelectivityPanel } from '../selectivity/selectivity-panel.tsx'
import { TuningGridPanel } from '../selectivity/tuning-grid-panel.tsx'
import { ALL_TOGETHER, chooseGrouping, gridParameters, groupings } from './grouping.ts'
import { responseWindow } from './response-window.ts'
import { ResponsesPanel } from './responses-panel.tsx'

interface StimulusResponsesProps {
  readonly address: Address
  readonly session: string
  readonly unit: string
  readonly stimulus: string
}

/** Asks how a unit responds to a stimulus, and shows it. */
export function StimulusResponses({ address, session, unit, stimulus }: StimulusResponsesProps) {
  const requested = useQuery(StimulusParametersDocument, { session, stimulus })
  const choices = requested.isLoading ? null : (requested.data?.session ?? null)
  const duration = choices?.stimulusPresentations.nodes[0]?.duration ?? null
  const options = groupings(choices?.stimulusParameterValues ?? [])
  const grouping = chooseGrouping(options, address.grouping)
  const window = responseWindow(duration)
  const variables = choices && {
    session,
    stimulus,
    units: oneUnit(unit),
    ...window,
    by: grouping === ALL_TOGETHER ? ('ALL' as const) : ('PARAMETERS' as const),
    parameters: grouping === ALL_TOGETHER ? null : [grouping],
  }
  const { data, error, isLoading, retry } = useQuery(UnitResponsesDocument, variables)
  const kind = responseKind(stimulus)
  const pair = gridParameters(options)
  const response = isLoading ? null : (data?.session ?? null)
  if (requested.error) return <ErrorNotice error={requested.error} retry={requested.retry} />
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (choices?.stimulusPresentations.totalCount === 0)
    return <Notice title="This stimulus has no presentations." />
  if (!response || !variables) return <Loading what="responses" />
  return (
    <>
      <ResponsesPanel
        response={response}
        window={window}
        duration={duration}
        stimulus={stimulus}
        grouping={grouping}
        groupings={options}
      />
      {(kind || pair) && (
        <div className="unit-tunings">
          {pair && <TuningGridPanel {...{ session, unit, stimulus }} parameters={pair} />}
          {kind && <SelectivityPanel {...{ session, unit, stimulus, kind }} />}
        </div>
      )}
      <QueryPanel
        query={{ text: UnitResponsesDocument.toString(), variables, matricesAt: null }}
        fileName={`session_${session}_unit_${unit}`}
      />
    </>
  )
}
