import type { Address } from '../../app/address.ts'
import { defaultWindow, excludedStimuli, visualAreas } from '../../app/defaults.ts'
import { unitFilter } from '../../app/unit-filter.ts'
import type {
  ActivityChoicesQuery,
  ActivityEpochsQuery,
  EpochActivityQueryVariables,
  WindowActivityQueryVariables,
} from '../../gql/graphql.ts'

/** What a session has to choose from. */
export type ActivityChoices = NonNullable<ActivityChoicesQuery['session']> &
  Pick<NonNullable<ActivityEpochsQuery['session']>, 'stimulusEpochs'>

/** The request to the API for a view of activity. */
export type ActivityRequest =
  | { readonly kind: 'epoch'; readonly variables: EpochActivityQueryVariables }
  | {
      readonly kind: 'window'
      readonly variables: WindowActivityQueryVariables
      /** what times count from */
      readonly anchor: Anchor
    }

/** A moment, and what it is: `row 12 of trials`; null: the first moment recorded. */
export interface Anchor {
  /** seconds on the session's clock */
  readonly time: number
  readonly name: string | null
}

/** Heatmaps shown when nobody says which. */
const AREAS_AT_FIRST = 6

/**
 * The epoch that the address names; else the first with a stimulus, else
 * the first. Null without epochs.
 */
export function chooseEpoch(
  { stimulusEpochs }: Pick<ActivityChoices, 'stimulusEpochs'>,
  epoch: number | null,
): number | null {
  if (epoch !== null) return epoch
  const first =
    stimulusEpochs.find(({ stimulusName }) => !excludedStimuli.includes(stimulusName)) ??
    stimulusEpochs[0]
  return first?.index ?? null
}

/**
 * Acronyms of the areas that the address names; else those of the notebook that have units, else
 * the first that have. None where the session names no area: then all its units are one heatmap.
 */
export function chooseAreas(
  { areas }: Pick<ActivityChoices, 'areas'>,
  names: readonly string[],
): string[] {
  if (names.length > 0) {
    const known = names.map(
      (name) => areas.find(({ acronym, alias }) => name === acronym || name === alias)?.acronym,
    )
    return [...new Set(known.map((acronym, i) => acronym ?? names[i]))]
  }
  const withUnits = areas.filter(({ unitCount }) => unitCount > 0).map(({ acronym }) => acronym)
  const ofNotebook = visualAreas.filter((acronym) => withUnits.includes(acronym))
  return (ofNotebook.length > 0 ? ofNotebook : withUnits).slice(0, AREAS_AT_FIRST)
}

/**
 * The request that an address makes of a session.
 *
 * @param recordedFrom first moment of a recording without epochs, in seconds;
 *   null while that is not known
 * @returns null where it is not known yet
 */
export function activityRequest(
  choices: ActivityChoices,
  address: Address,
  recordedFrom: number | null,
): ActivityRequest | null {
  const shared = {
    session: choices.id,
    areas: chooseAreas(choices, address.areas),
    units: unitFilter(address.limits),
    binSize: address.binSize,
  }
  const { before, after } = address
  const anchor = anchorOf(address)
  if (anchor) {
    const { time } = anchor
    const stop = time + (after ?? defaultWindow.after)
    return { kind: 'window', variables: { ...shared, start: time - before, stop }, anchor }
  }
  const epoch = chooseEpoch(choices, address.epoch)
  if (epoch !== null) return { kind: 'epoch', variables: { ...shared, epoch, before, after } }
  if (recordedFrom === null) return null
  return {
    kind: 'window',
    variables: {
      ...shared,
      start: recordedFrom,
      stop: recordedFrom + (after ?? defaultWindow.after),
    },
    anchor: { time: recordedFrom, name: null },
  }
}

/** The row of a table that the address names instead of an epoch; null: it names none. */
export function anchorOf({ moment, table, row }: Address): (Anchor & { name: string }) | null {
  if (moment === null || table === null || row === null) return null
  return { time: moment, name: `row ${row} of ${table}` }
}
