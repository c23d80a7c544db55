import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import './unit.css'
import '../components/controls/number-field.css'
import { useId } from 'react'
import type { Address } from '../app/address.ts'
import { go } from '../app/use-address.ts'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { FetchStatus } from '../fetching/fetch-status.tsx'
import { StimulusNamesDocument, UnitDocument } from '../gql/graphql.ts'
import { MetricsPanel } from './metrics-panel.tsx'
import { hasFieldMapping } from './receptive-field/field-text.ts'
import { ReceptiveFieldPanel } from './receptive-field/receptive-field-panel.tsx'
import { chooseStimulus } from './responses/grouping.ts'
import { StimulusResponses } from './responses/stimulus-responses.tsx'
import { SpikeTimesPanel } from './spike-times/spike-times-panel.tsx'
import { CrossCorrelogram } from './stability/cross-correlogram.tsx'
import { StabilityPanel } from './stability/stability-panel.tsx'
import type { UnitFacts } from './unit-metrics.ts'
import { UnitSteps } from './unit-steps.tsx'
import { WaveformPanel } from './waveform/waveform-panel.tsx'

/** One unit of a session: its metrics, its waveform, and how it responds to stimuli. */
export function UnitView({ address }: { readonly address: Address }) {
  const session = address.session as string
  const id = address.unit as string
  const { data, error, retry } = useQuery(UnitDocument, { session, unit: id })
  const unit = data?.session?.unit?.unitId === id ? data.session.unit : null
  return (
    <>
      <ViewTitle note={unit && noteOf(unit)} aside={<UnitSteps address={address} />}>
        Unit {id}
      </ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!unit && !error && <Loading what="the unit" />}
      {unit && data?.session && !data.session.available && (
        <Notice title="This session’s file is absent.">
          <p>
            The metrics come from its tables. For the waveform and responses, put the file next to
            them.
          </p>
        </Notice>
      )}
      <FetchStatus location={data?.session?.location ?? null}>
        {unit && (
          <div className="unit-about">
            {data?.session?.available && (
              <div className="unit-pictures">
                <WaveformPanel session={session} unit={unit} />
                <SpikeTimesPanel session={session} unit={id}>
                  <CrossCorrelogram address={address} />
                </SpikeTimesPanel>
                <StabilityPanel session={session} unit={id} />
                <MappedField session={session} unit={id} />
              </div>
            )}
            <MetricsPanel unit={unit} />
          </div>
        )}
        {unit && data?.session?.available && (
          <Responses address={address} session={session} unit={id} />
        )}
      </FetchStatus>
    </>
  )
}

/** The receptive field, in a session that mapped them. */
function MappedField({ session, unit }: { readonly session: string; readonly unit: string }) {
  const { data } = useQuery(StimulusNamesDocument, { session })
  const names = data?.session?.stimulusNames ?? []
  return hasFieldMapping(names) ? <ReceptiveFieldPanel session={session} unit={unit} /> : null
}

interface ResponsesProps {
  readonly address: Address
  readonly session: string
  readonly unit: string
}

function Responses({ address, session, unit }: ResponsesProps) {
  const { data, error, retry } = useQuery(StimulusNamesDocument, { session })
  const id = useId()
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!data?.session) return <Loading what="the stimuli" />
  const names = data.session.stimulusNames
  const stimulus = chooseStimulus(names, address.stimulus)
  if (stimulus === null) {
    return <Notice title="This session’s file has no stimuli, so there are no responses to show." />
  }
  return (
    <>
      <div className="select-field unit-stimulus">
        <label htmlFor={id}>Stimulus</label>
        <select
          id={id}
          value={stimulus}
          onChange={(event) => go({ stimulus: event.target.value, grouping: null })}
        >
          {!names.includes(stimulus) && (
            <option value={stimulus}>{stimulus}: not in this session</option>
          )}
          {names.map((name) => (
            <option key={name} value={name}>
              {stimulusText(name)}
            </option>
          ))}
        </select>
      </div>
      <StimulusResponses {...{ address, session, unit, stimulus }} />
    </>
  )
}

function noteOf({ area, probe, channel, quality }: UnitFacts): string {
  const parts = [
    area ?? 'outside of the brain, or its area is not given',
    probe?.name,
    channel && `channel ${channel.channelId}`,
    channel?.verticalPosition != null && `${channel.verticalPosition} µm from the probe’s tip`,
    quality && `labelled ${quality}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
