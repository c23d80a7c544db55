import { areaName } from '../app/areas.ts'
import { Link } from '../app/link.tsx'
import { count } from '../components/texts/amounts.ts'

interface CountedArea {
  readonly acronym: string
  readonly alias: string | null
  readonly name: string | null
  /** stored in the file */
  readonly unitCount: number
  /** of them, those within the limits */
  readonly passingCount: number
}

/** A bar per area: units stored, and, darker, those that pass. */
export function AreaBars({ areas }: { readonly areas: readonly CountedArea[] }) {
  const most = Math.max(1, ...areas.map(({ unitCount }) => unitCount))
  const part = (units: number) => ({ width: `${(100 * units) / most}%` })
  return (
    <table className="area-bars">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Units</th>
          <th scope="col">Passing / stored</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.acronym}>
            <th scope="row" title={area.name ?? area.acronym}>
              <Link
                className="area-name"
                to={{ view: 'units', areas: [area.acronym], probe: null, order: null }}
              >
                {areaName(area)}
              </Link>
            </th>
            <td className="area-bar" aria-hidden="true">
              <span className="area-bar-stored" style={part(area.unitCount)} />
              <span className="area-bar-passing" style={part(area.passingCount)} />
            </td>
            <td className="number">
              {count(area.passingCount)} <span className="soft">/ {count(area.unitCount)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
