import { Panel } from '../components/layout/panel.tsx'
import { bytes, count } from '../components/texts/amounts.ts'
import { Facts } from '../components/texts/facts.tsx'
import { ageText, sexText } from '../components/texts/subject-text.ts'
import type { SessionQuery } from '../gql/graphql.ts'

interface RecordingPanelProps {
  readonly session: NonNullable<SessionQuery['session']>
}

/** The animal and the file, as far as the file tells. */
export function RecordingPanel({ session }: RecordingPanelProps) {
  const { subject } = session
  const facts: readonly [string, string | null | undefined][] = [
    ['Subject', subject?.specimenName ?? subject?.subjectId],
    ['Species', subject?.species],
    ['Sex', subject?.sex && sexText(subject.sex)],
    ['Age', subject && ageText(subject)],
    ['Genotype', subject?.genotype],
    ['Strain', subject?.strain],
    ['Laboratory', session.lab],
    ['Recorded by', session.experimenters.join(', ')],
    ['Description', session.description],
    ['Channels', channelText(session)],
    ['File', session.fileName],
    ['Size', session.fileSize === null ? null : bytes(session.fileSize)],
    ['NWB version', session.nwbVersion],
  ]
  return (
    <Panel title="Recording">
      <Facts facts={facts} />
    </Panel>
  )
}

/** Null: no table tells. */
function channelText({
  channelCount,
  validChannelCount,
}: RecordingPanelProps['session']): string | null {
  if (channelCount === null) return null
  if (validChannelCount === null) return count(channelCount)
  if (validChannelCount === channelCount) return `${count(channelCount)}, all of them valid`
  return `${count(channelCount)}, ${count(validChannelCount)} of them valid`
}
