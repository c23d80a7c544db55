import { Panel } from '../components/layout/panel.tsx'
import { metricText, type UnitFacts, type UnitMetric, unitMetrics } from './unit-metrics.ts'

/** Every metric of a unit, with its unit of measurement and what it means. */
export function MetricsPanel({ unit }: { readonly unit: UnitFacts }) {
  return (
    <Panel title="Metrics" aside={<p className="soft small">from the file</p>}>
      <div className="unit-metrics">
        {unitMetrics.map(({ title, metrics }) => (
          <MetricGroup key={title} title={title} metrics={metrics} unit={unit} />
        ))}
      </div>
    </Panel>
  )
}

interface MetricGroupProps {
  readonly title: string
  readonly metrics: readonly UnitMetric[]
  readonly unit: UnitFacts
}

function MetricGroup({ title, metrics, unit }: MetricGroupProps) {
  const given = metrics.filter(({ read }) => read(unit) !== null)
  const missing = metrics.filter(({ read }) => read(unit) === null)
  return (
    <section>
      <h3>{title}</h3>
      {given.length > 0 && (
        <dl>
          {given.map(({ name, meaning, read, unit: measuredIn }) => (
            <div key={name} className="unit-metric">
              <dt>
                {name} <span className="soft">{meaning}</span>
              </dt>
              <dd>
                {metricText(read(unit) ?? Number.NaN)} <span className="soft">{measuredIn}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {missing.length > 0 && (
        <p className="unit-metrics-missing">
          Not given by the file: {missing.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </section>
  )
}
