import { areaName, inVisualOrder } from '../../app/areas.ts'
import { defaultWindow } from '../../app/defaults.ts'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { amount, clock, duration } from '../../components/texts/amounts.ts'
import './activity-controls.css'
import { type ReactNode, useId } from 'react'
import { type Address, leaveRow } from '../../app/address.ts'
import { go } from '../../app/use-address.ts'
import { NumberField } from '../../components/controls/number-field.tsx'
import {
  type ActivityChoices,
  anchorOf,
  chooseAreas,
  chooseEpoch,
} from '../loading/activity-request.ts'

interface ActivityControlsProps {
  readonly address: Address
  readonly choices: ActivityChoices
  /** further fields */
  readonly children?: ReactNode
}

/** What is shown: epoch, areas, window, bins. */
export function ActivityControls({ address, choices, children }: ActivityControlsProps) {
  const anchor = anchorOf(address)
  const epoch = anchor ? null : chooseEpoch(choices, address.epoch)
  const hasOnset = anchor !== null || epoch !== null
  return (
    <form className="activity-controls" onSubmit={(event) => event.preventDefault()}>
      <div className="activity-window">
        {hasOnset && <EpochField epoch={epoch} anchor={anchor} epochs={choices.stimulusEpochs} />}
        {hasOnset && (
          <NumberField
            label="Before its start"
            unit="s"
            value={address.before}
            accepts={(before) => before > -(address.after ?? Number.POSITIVE_INFINITY)}
            onChange={(before) => before !== null && go({ before, shown: null })}
          />
        )}
        <NumberField
          label={hasOnset ? 'After its start' : 'Length'}
          unit="s"
          value={address.after}
          disabled={address.after === null}
          accepts={(after) => after > -address.before}
          onChange={(after) => after !== null && go({ after, shown: null })}
        />
        <NumberField
          label="Bin size"
          unit="s"
          value={address.binSize}
          min={0}
          accepts={(binSize) => binSize > 0}
          onChange={(binSize) => binSize !== null && go({ binSize })}
        />
        {epoch !== null && (
          <label className="check">
            <input
              type="checkbox"
              checked={address.after === null}
              onChange={(event) =>
                go({ after: event.target.checked ? null : defaultWindow.after, shown: null })
              }
            />
            To the epoch’s end
          </label>
        )}
        {children}
      </div>
      <AreaFields address={address} choices={choices} />
    </form>
  )
}

interface EpochFieldProps {
  /** null: activity is around the anchor */
  readonly epoch: number | null
  readonly anchor: ReturnType<typeof anchorOf>
  readonly epochs: ActivityChoices['stimulusEpochs']
}

function EpochField({ epoch, anchor, epochs }: EpochFieldProps) {
  const id = useId()
  const isKnown = epochs.some(({ index }) => index === epoch)
  return (
    <div className="select-field">
      <label htmlFor={id}>{anchor ? 'Around' : 'Stimulus epoch'}</label>
      <select
        id={id}
        value={epoch ?? ''}
        onChange={({ target }) =>
          target.value !== '' && go({ ...leaveRow(), epoch: Number(target.value), shown: null })
        }
      >
        {anchor && (
          <option value="">
            {anchor.name}, at {clock(anchor.time)}
          </option>
        )}
        {epoch !== null && !isKnown && <option value={epoch}>{epoch}: not in this session</option>}
        {epochs.map(({ index, stimulusName, startTime, duration: length }) => (
          <option key={index} value={index}>
            {index}: {stimulusText(stimulusName)}, at {clock(startTime)}
            {length !== null && `, ${duration(length)} long`}
          </option>
        ))}
      </select>
    </div>
  )
}

interface AreaFieldsProps {
  readonly address: Address
  readonly choices: Pick<ActivityChoices, 'areas'>
}

/** Which areas have heatmaps: at least one. */
export function AreaFields({ address, choices }: AreaFieldsProps) {
  const chosen = chooseAreas(choices, address.areas)
  const listed = inVisualOrder(choices.areas)
  const toggle = (acronym: string, isChosen: boolean) => {
    const areas = listed
      .map((area) => area.acronym)
      .filter((name) => (name === acronym ? isChosen : chosen.includes(name)))
    go({ areas }, { replace: true })
  }
  if (choices.areas.length === 0) return null
  return (
    <fieldset className="activity-areas">
      <legend className="field-title">Areas, with their units</legend>
      <div className="chips">
        {listed.map(({ acronym, alias, name, unitCount }) => {
          const isChosen = chosen.includes(acronym)
          const isLast = isChosen && chosen.length === 1
          const about = `${name ?? acronym}: ${amount(unitCount, 'unit')}`
          return (
            <span key={acronym} className="chip chip-check">
              <label
                title={
                  isLast ? `${about}. At least one area is shown; choose another first.` : about
                }
              >
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isLast}
                  onChange={(event) => toggle(acronym, event.target.checked)}
                />
                {areaName({ acronym, alias })} <span className="chip-count">{unitCount}</span>
              </label>
              {!isLast && (
                <button
                  type="button"
                  className="chip-only"
                  aria-label={`Only ${areaName({ acronym, alias })}`}
                  onClick={() => go({ areas: [acronym] }, { replace: true })}
                >
                  only
                </button>
              )}
            </span>
          )
        })}
      </div>
    </fieldset>
  )
}
