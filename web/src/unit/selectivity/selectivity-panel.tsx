import './selectivity.css'
import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { type ResponseStimulus, SelectivityDocument } from '../../gql/graphql.ts'
import { oneUnit } from '../one-unit.ts'
import { metricText } from '../unit-metrics.ts'
import { isShown, metricName } from './metric-names.ts'

interface SelectivityPanelProps {
  readonly session: string
  readonly unit: string
  readonly stimulus: string
  readonly kind: ResponseStimulus
}

/** What a unit prefers, and how much: published metrics beside those computed from its spikes. */
export function SelectivityPanel({ session, unit, stimulus, kind }: SelectivityPanelProps) {
  const units = useMemo(() => oneUnit(unit), [unit])
  const names = useMemo(() => [stimulus], [stimulus])
  const { data, error, isLoading, retry } = useQuery(SelectivityDocument, {
    session,
    unit,
    units,
    stimulus: kind,
    names,
  })
  const response = isLoading ? null : data?.session
  const published = new Map(
    response?.unit?.analysisMetrics?.all.map(({ name, value }) => [name, value]),
  )
  const computed = response?.responseMetrics
  const values = computed?.values as readonly (readonly (number | null)[])[] | undefined
  return (
    <Panel
      title="Selectivity"
      aside={computed && <p className="soft small">{computed.presentationCount} presentations</p>}
    >
      {error && <ErrorNotice error={error} retry={retry} />}
      {!response && !error && <Loading what="the metrics" />}
      {computed && values && (
        <>
          <table className="table selectivity">
            <thead>
              <tr>
                <th scope="col">Metric</th>
                <th scope="col" className="number">
                  Computed here
                </th>
                <th scope="col" className="number">
                  Published
                </th>
              </tr>
            </thead>
            <tbody>
              {computed.names.map(
                (name, i) =>
                  isShown(name) && (
                    <tr key={name}>
                      <th scope="row" title={name}>
                        {metricName(name)}
                      </th>
                      <td className="number">{textOf(values[i]?.[0])}</td>
                      <td className="number">{textOf(published.get(name))}</td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
          <p className="soft small">
            Computed from the spikes by the AllenSDK’s definitions.
            {published.size === 0 && ' No metrics of this unit were published with the session.'}
          </p>
        </>
      )}
    </Panel>
  )
}

const textOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : metricText(value)
