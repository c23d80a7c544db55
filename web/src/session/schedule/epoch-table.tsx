import { Link } from '../../app/link.tsx'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { clock, count, duration } from '../../components/texts/amounts.ts'
import type { ScheduledEpoch } from './scheduled-epoch.ts'
import { epochActivity } from './timeline.tsx'

interface EpochTableProps {
  readonly epochs: readonly ScheduledEpoch[]
  readonly classes: ReadonlyMap<string, string>
}

/** The schedule as a list. */
export function EpochTable({ epochs, classes }: EpochTableProps) {
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Epoch
            </th>
            <th scope="col">Stimulus</th>
            <th scope="col" className="number">
              Start
            </th>
            <th scope="col" className="number">
              Duration
            </th>
            <th scope="col" className="number">
              Presentations
            </th>
          </tr>
        </thead>
        <tbody>
          {epochs.map((epoch) => (
            <tr key={epoch.index}>
              <td className="number soft">{epoch.index}</td>
              <td>
                <span className="epoch-name">
                  <span className={`swatch ${classes.get(epoch.stimulusName)}`} />
                  <Link to={epochActivity(epoch)}>{stimulusText(epoch.stimulusName)}</Link>
                </span>
              </td>
              <td className="number">{clock(epoch.startTime)}</td>
              <td className="number">{epoch.duration === null ? '–' : duration(epoch.duration)}</td>
              <td className="number">{count(epoch.presentationCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
