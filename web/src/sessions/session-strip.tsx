import './session-strip.css'
import '../components/stimuli/stimulus-colors.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { inVisualOrder } from '../app/areas.ts'
import { useQuery } from '../app/use-query.ts'
import { stimulusClasses } from '../components/stimuli/stimulus-colors.ts'
import { SessionStripDocument, type SessionStripQuery } from '../gql/graphql.ts'
import { layOutProbes, type MappedProbe } from '../session/probe-map/probe-layout.ts'
import { coloursOfAreas, unitColour } from '../session/probe-map/unit-colours.ts'
import { placeIntervals, spanOf } from '../session/schedule/timeline-layout.ts'

type StripSession = NonNullable<SessionStripQuery['session']>

/** A small picture of a session, requested when its card is seen; what it shows is on its page. */
export function SessionStrip({ id }: { readonly id: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!place.current || isSeen) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setSeen(true)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isSeen])
  // Without it, the card says all the same what the session is.
  const { data } = useQuery(SessionStripDocument, isSeen ? { id } : null)
  return (
    <div className="session-strip" ref={place} aria-hidden="true">
      {data?.session && (
        <>
          <Probes {...data.session} />
          <Schedule {...data.session} />
        </>
      )}
    </div>
  )
}

function Schedule({ stimulusEpochs, recordedSpan }: StripSession) {
  const span = spanOf(stimulusEpochs, recordedSpan)
  if (!span || stimulusEpochs.length === 0) return null
  const classes = stimulusClasses(stimulusEpochs.map(({ stimulusName }) => stimulusName))
  return (
    <div className="strip-schedule">
      {placeIntervals(stimulusEpochs, span).map(({ entry, left, width }) => (
        <span
          key={entry.index}
          className={classes.get(entry.stimulusName)}
          style={{ left: `${100 * left}%`, width: `${100 * width}%` }}
        />
      ))}
    </div>
  )
}

/** of one probe, in units of the drawing */
const COLUMN = 26
const HEIGHT = 54

function Probes({ units: { nodes: units }, areas }: StripSession) {
  const layout = useMemo(() => layOutProbes(units), [units])
  const ofAreas = useMemo(
    () => coloursOfAreas(inVisualOrder(areas).map(({ acronym }) => acronym)),
    [areas],
  )
  if (layout.probes.length === 0) return null
  const { probes, top } = layout
  const column = ({ name, units }: MappedProbe, i: number) => (
    <g key={name} transform={`translate(${(i + 0.5) * COLUMN} 0)`}>
      <line className="strip-shaft" y1={2} y2={HEIGHT - 1} />
      {units.map(({ unit, across, height }) => (
        <circle
          key={unit.unitId}
          cx={(across - 0.5) * COLUMN * 0.8}
          cy={HEIGHT - 3 - (height / (top || 1)) * (HEIGHT - 6)}
          r={1.6}
          fill={unitColour(unit, 'area', ofAreas, null, 'light')}
        />
      ))}
    </g>
  )
  return (
    <svg
      className="strip-probes"
      viewBox={`0 0 ${probes.length * COLUMN} ${HEIGHT}`}
      aria-hidden="true"
    >
      {probes.map(column)}
    </svg>
  )
}
