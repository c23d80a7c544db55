import type { Address } from '../app/address.ts'
import type { EventChoicesQuery, EventSeriesQuery } from '../gql/graphql.ts'
import { isOfEvents } from './discrete-series.ts'

/** What activity is aligned to. */
export type ChosenEvent =
  | { readonly kind: 'stimulus'; readonly name: string }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'series'; readonly path: string }
  | { readonly kind: 'light' }
  | { readonly kind: 'running' }

/** Entries of a list to choose from, with what they have in common. */
export interface EventOptions {
  readonly title: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

type Choices = NonNullable<EventChoicesQuery['session']>
type Series = NonNullable<EventSeriesQuery['session']>

/** As the address bar has it: `stimulus/flashes`, `column/trials/go_cue`, `running`. */
export function formatEvent(event: ChosenEvent): string {
  switch (event.kind) {
    case 'stimulus':
      return `stimulus/${event.name}`
    case 'column':
      return `column/${event.table}/${event.column}`
    case 'series':
      return `series/${event.path}`
    default:
      return event.kind
  }
}

/** Null for a text that names no kind of event. */
export function parseEvent(text: string | null): ChosenEvent | null {
  if (text === 'running' || text === 'light') return { kind: text }
  const [, kind, rest] = /^(stimulus|column|series)\/(.+)$/s.exec(text ?? '') ?? []
  if (kind === 'stimulus') return { kind, name: rest }
  if (kind === 'series') return { kind, path: rest }
  const [, table, column] = /^([^/]+)\/(.+)$/s.exec(rest ?? '') ?? []
  return kind === 'column' && table ? { kind, table, column } : null
}

/** What changes when a unit is opened: its page shows the responses to the same stimulus. */
export function openUnit(unit: string, event: ChosenEvent): Partial<Address> {
  return { view: 'unit', unit, ...(event.kind === 'stimulus' && { stimulus: event.name }) }
}

/** All that a session has to align to. */
export function eventOptions(choices: Choices, series: Series | null): EventOptions[] {
  const groups: EventOptions[] = [
    {
      title: 'Starts of presentations',
      options: choices.stimulusNames.map((name) => ({
        value: formatEvent({ kind: 'stimulus', name }),
        label: name.replaceAll('_', ' '),
      })),
    },
    {
      title: 'Times in tables',
      options: choices.intervalTables.flatMap(({ name: table, columns }) =>
        columns
          .filter((column) => isEventColumn(table, column))
          .map(({ name: column }) => ({
            value: formatEvent({ kind: 'column', table, column }),
            label: `${table}: ${column}`,
          })),
      ),
    },
    {
      title: 'Events in time series',
      options: (series?.timeSeries ?? [])
        .filter(isOfEvents)
        .map(({ path }) => ({ value: formatEvent({ kind: 'series', path }), label: path })),
    },
    {
      title: 'Behaviour and light',
      options: [
        ...(series?.runningSpeed
          ? [{ value: 'running', label: 'onsets of running (1 cm/s after 1 s below it)' }]
          : []),
        ...(series?.optogeneticStimulationEpochs?.length
          ? [{ value: 'light', label: 'light pulses' }]
          : []),
      ],
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

/** Stimuli are chosen by their names; of their tables, only what the names do not offer. */
function isEventColumn(
  table: string,
  { name, kind }: { readonly name: string; readonly kind: string },
): boolean {
  if (kind !== 'NUMBER' || !/time/.test(name)) return false
  return !table.endsWith('_presentations') || (name !== 'start_time' && name !== 'stop_time')
}

/** What it is, after "around": `flashes`, `go_cue of trials`. */
export function eventText(event: ChosenEvent): string {
  switch (event.kind) {
    case 'stimulus':
      return event.name.replaceAll('_', ' ')
    case 'column':
      return `${event.column} of ${event.table}`
    case 'series':
      return event.path
    case 'light':
      return 'light pulses'
    case 'running':
      return 'onsets of running'
  }
}
