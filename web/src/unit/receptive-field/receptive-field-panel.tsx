import './receptive-field.css'
import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { SvgFigure } from '../../components/figures/svg-figure.tsx'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { ReceptiveFieldDocument } from '../../gql/graphql.ts'
import { oneUnit } from '../one-unit.ts'
import { fieldText } from './field-text.ts'
import { ReceptiveFieldMap } from './receptive-field-map.tsx'

interface ReceptiveFieldPanelProps {
  readonly session: string
  readonly unit: string
}

/** Where on the screen small stimuli make the unit fire. */
export function ReceptiveFieldPanel({ session, unit }: ReceptiveFieldPanelProps) {
  const units = useMemo(() => oneUnit(unit), [unit])
  const { data, error, retry } = useQuery(ReceptiveFieldDocument, { session, units })
  const received = data?.session?.receptiveFields
  const field = received?.unitIds[0] === unit ? received : null
  return (
    <Panel
      title="Receptive field"
      aside={
        field && (
          <p className="soft small">
            {field.stimulusNames.map(stimulusText).join(', ')}, {field.presentationCount}{' '}
            presentations
          </p>
        )
      }
    >
      {error && <ErrorNotice error={error} retry={retry} />}
      {!field && !error && <Loading what="the receptive field" />}
      {field && (
        <>
          <SvgFigure name="Receptive field">
            <ReceptiveFieldMap
              counts={(field.counts as readonly (readonly (readonly number[])[])[])[0]}
              xPositions={field.xPositions}
              yPositions={field.yPositions}
              centre={centreOf(field.xCentres[0], field.yCentres[0])}
            />
          </SvgFigure>
          <p className="soft small">
            {fieldText(field.areas[0], field.xCentres[0], field.yCentres[0])} Colours: spikes at
            each place, from 0 (the colour of the page) to {largestOf(field.counts)}.
          </p>
        </>
      )}
    </Panel>
  )
}

const largestOf = (counts: unknown) =>
  Math.max(...(counts as readonly (readonly (readonly number[])[])[])[0].flat())

function centreOf(x: number | null, y: number | null): readonly [number, number] | null {
  return x === null || y === null ? null : [x, y]
}
