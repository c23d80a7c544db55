import { Panel } from '../components/panel.tsx'
import { metricText, type UnitFacts, type UnitMetric, unitMetrics } from './unit-metrics.ts'

/** Every metric of a unit, with its unit of measurement and what it means. */
export function MetricsPanel({ unit }: { readonly unit: UnitFacts }) {
  return (
    <Panel title="Metrics" aside={<p className="soft small">as the file gives them</p>}>
      <div className="unit-metrics">
        {unitMetrics.map(({ title, metrics }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {metrics.map((metric) => (
                <MetricLine key={metric.name} metric={metric} unit={unit} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  )
}

function MetricLine({ metric, unit }: { readonly metric: UnitMetric; readonly unit: UnitFacts }) {
  const value = metric.valueOf(unit)
  return (
    <div className="unit-metric">
      <dt>
        {metric.name} <span className="soft">{metric.meaning}</span>
      </dt>
      <dd>
        {value === null ? (
          <span className="soft">not given</span>
        ) : (
          <>
            {metricText(value)} <span className="soft">{metric.unit}</span>
          </>
        )}
      </dd>
    </div>
  )
}
