import { defaultLimits, defaultWindow } from './defaults.ts'

/** Limits on units' quality metrics, inclusive; null: off. See UnitFilter of the schema. */
export interface QualityLimits {
  readonly amplitudeCutoffMax: number | null
  readonly presenceRatioMin: number | null
  readonly isiViolationsMax: number | null
}

export const measures = ['counts', 'hz', 'zscore'] as const
export const unitSorts = ['depth', 'rate', 'latency'] as const
export const pixelSummaries = ['mean', 'peak'] as const

export const eventModes = ['mean', 'each', 'units', 'unit'] as const
export const panelCurves = ['time', 'tuning'] as const
export const panelSorts = ['selectivity', 'response', 'rate', 'depth'] as const
export const correlationKinds = ['signal', 'noise', 'total'] as const

export type View =
  | 'sessions'
  | 'session'
  | 'units'
  | 'tables'
  | 'file'
  | 'activity'
  | 'events'
  | 'unit'
/** What the heatmap's cells are. */
export type Measure = (typeof measures)[number]
/** What the heatmap's units are sorted by. */
export type UnitSort = (typeof unitSorts)[number]
/** What a pixel of a heatmap shows when it covers several bins. */
export type PixelSummary = (typeof pixelSummaries)[number]

/**
 * What is shown around events: the mean over them, each by itself, a small plot per unit, or single
 * spikes of a unit.
 */
export type EventMode = (typeof eventModes)[number]

/** What the small plots of units show: rates over time, or by a parameter's value. */
export type PanelCurve = (typeof panelCurves)[number]
/** What they are sorted by. */
export type PanelSort = (typeof panelSorts)[number]

/** What is correlated: mean responses, deviations from them, or counts in the whole session. */
export type CorrelationKind = (typeof correlationKinds)[number]

/** All that the explorer's address bar holds: what is shown, and of what. */
export interface Address {
  readonly view: View
  /** list of sessions: only of one of these types; empty: of all */
  readonly sessionTypes: readonly string[]
  /** list of sessions: only those that recorded all of these areas */
  readonly recordedAreas: readonly string[]
  readonly session: string | null
  readonly limits: QualityLimits
  /** `StimulusEpoch.index` */
  readonly epoch: number | null
  /** of the heatmaps; empty: not chosen yet */
  readonly areas: readonly string[]
  /** seconds before the epoch's start */
  readonly before: number
  /** seconds after the epoch's start; null: to the epoch's end */
  readonly after: number | null
  /** seconds */
  readonly binSize: number
  readonly measure: Measure
  readonly sort: UnitSort
  readonly summary: PixelSummary
  /** where the heatmaps' colours end, in the measure; null: fitted to the data */
  readonly colourLimit: number | null
  /** the stretch that all plots show, in seconds from the epoch's start; null: the whole window */
  readonly shown: TimeRange | null
  /** probe whose LFP is shown with the activity, by name; null: none */
  readonly lfp: string | null
  /** µm between its channels, where the file does not say; null: not given */
  readonly spacing: number | null
  readonly unit: string | null
  /** unit that `unit` is compared with; null: none */
  readonly target: string | null
  /** table of units: only those of this probe, by name; null: of all */
  readonly probe: string | null
  /**
   * table of units or of intervals: column that it is sorted by, with `-` before it for descending;
   * null: units by depth, intervals as in the file
   */
  readonly order: string | null
  /** of the object of the file that is shown; null: the root */
  readonly path: string | null
  /** name of a table of intervals; null: not chosen yet */
  readonly table: string | null
  /**
   * which rows of it, or values of a dataset, are listed: a page, from 1, or the cursor before it;
   * null: the first
   */
  readonly page: string | null
  /** row of `table`, from 0, that activity is around instead of an epoch; null: none */
  readonly row: number | null
  /** start of that row, in seconds on the session's clock */
  readonly moment: number | null
  /** whose presentations the unit's responses are; null: not chosen yet */
  readonly stimulus: string | null
  /** what its presentations are grouped by: a parameter, or `all`; null: not chosen yet */
  readonly grouping: string | null
  /** what activity is aligned to (see parseEvent); null: not chosen yet */
  readonly event: string | null
  /** seconds before and after an event, and width of the bins; null: chosen by the event */
  readonly eventBefore: number | null
  readonly eventAfter: number | null
  readonly eventBin: number | null
  readonly eventMode: EventMode
  readonly panelCurve: PanelCurve
  readonly panelSort: PanelSort
  /** at most so many small plots are shown */
  readonly panelCount: number
  /** whether each of them has a vertical scale of its own */
  readonly hasOwnScales: boolean
  /** whether areas stand next to each other, not below each other */
  readonly isSideBySide: boolean
  /** matrix of units that is shown; null: none */
  readonly correlations: CorrelationKind | null
  /** position of the group of events whose mean is shown; null: of all events */
  readonly group: number | null
  /** position of the only event that is shown; null: all are */
  readonly trial: number | null
  /** whether the mean before the events is taken off */
  readonly baseline: boolean
  /** standard deviation of the Gaussian that smooths lines, in seconds; null: none */
  readonly smoothing: number | null
}

/** Seconds. */
export interface TimeRange {
  readonly start: number
  readonly stop: number
}

/** The list of all sessions; window and bins are the notebook's. */
export const startAddress: Address = {
  view: 'sessions',
  sessionTypes: [],
  recordedAreas: [],
  session: null,
  limits: defaultLimits,
  epoch: null,
  areas: [],
  ...defaultWindow,
  measure: 'counts',
  sort: 'depth',
  summary: 'mean',
  colourLimit: null,
  shown: null,
  lfp: null,
  spacing: null,
  unit: null,
  target: null,
  probe: null,
  order: null,
  path: null,
  table: null,
  page: null,
  moment: null,
  row: null,
  stimulus: null,
  grouping: null,
  event: null,
  eventBefore: null,
  eventAfter: null,
  eventBin: null,
  eventMode: 'mean',
  panelCurve: 'time',
  panelSort: 'selectivity',
  panelCount: 24,
  hasOwnScales: false,
  isSideBySide: false,
  correlations: null,
  group: null,
  trial: null,
  baseline: false,
  smoothing: null,
}

/** The address that a query string stands for. What cannot be read is taken as left out. */
export function parseAddress(search: string): Address {
  const parameters = new URLSearchParams(search)
  const session = parameters.get('session') || null
  const unit = parameters.get('unit') || null
  return {
    view: viewOf(parameters.get('view'), session, unit),
    sessionTypes: parameters.getAll('type'),
    recordedAreas: parameters.getAll('recorded'),
    session,
    limits: {
      amplitudeCutoffMax: limit(parameters, 'amplitudeCutoffMax'),
      presenceRatioMin: limit(parameters, 'presenceRatioMin'),
      isiViolationsMax: limit(parameters, 'isiViolationsMax'),
    },
    epoch: wholeNumber(parameters.get('epoch')),
    areas: parameters.getAll('area'),
    before: finite(parameters.get('before')) ?? startAddress.before,
    after:
      parameters.get('after') === 'end'
        ? null
        : (finite(parameters.get('after')) ?? startAddress.after),
    binSize: positive(parameters.get('bin')) ?? startAddress.binSize,
    measure: oneOf(measures, parameters.get('measure')) ?? startAddress.measure,
    sort: oneOf(unitSorts, parameters.get('sort')) ?? startAddress.sort,
    summary: oneOf(pixelSummaries, parameters.get('pixels')) ?? startAddress.summary,
    colourLimit: positive(parameters.get('colours')),
    shown: timeRange(parameters.get('from'), parameters.get('to')),
    lfp: parameters.get('lfp') || null,
    spacing: positive(parameters.get('spacing')),
    unit,
    target: parameters.get('with') || null,
    probe: parameters.get('probe') || null,
    order: parameters.get('order') || null,
    path: parameters.get('path') || null,
    table: parameters.get('table') || null,
    page: parameters.get('page') || null,
    moment: finite(parameters.get('at')),
    row: wholeNumber(parameters.get('row')),
    stimulus: parameters.get('stimulus') || null,
    grouping: parameters.get('by') || null,
    event: parameters.get('event') || null,
    eventBefore: finite(parameters.get('pre')),
    eventAfter: finite(parameters.get('post')),
    eventBin: positive(parameters.get('width')),
    eventMode: oneOf(eventModes, parameters.get('show')) ?? startAddress.eventMode,
    panelCurve: oneOf(panelCurves, parameters.get('curves')) ?? startAddress.panelCurve,
    panelSort: oneOf(panelSorts, parameters.get('panels')) ?? startAddress.panelSort,
    panelCount: wholeNumber(parameters.get('most')) || startAddress.panelCount,
    hasOwnScales: parameters.get('scales') === 'own',
    isSideBySide: parameters.get('columns') === 'on',
    correlations: oneOf(correlationKinds, parameters.get('correlations')),
    group: wholeNumber(parameters.get('group')),
    trial: wholeNumber(parameters.get('trial')),
    baseline: parameters.get('baseline') === 'on',
    smoothing: positive(parameters.get('smooth')),
  }
}

/** The query string of an address, with its `?`; what is as at the start is left out. */
export function formatAddress(address: Address): string {
  const parameters = new URLSearchParams()
  const set = (name: string, value: string | number | null, start: string | number | null) => {
    if (value !== start && value !== null) parameters.set(name, String(value))
  }
  for (const type of address.sessionTypes) parameters.append('type', type)
  for (const area of address.recordedAreas) parameters.append('recorded', area)
  set('session', address.session, null)
  if (namedViews.has(address.view)) parameters.set('view', address.view)
  set('unit', address.unit, null)
  set('epoch', address.epoch, null)
  for (const area of address.areas) parameters.append('area', area)
  set('before', address.before, startAddress.before)
  set('after', address.after ?? 'end', startAddress.after)
  set('bin', address.binSize, startAddress.binSize)
  set('measure', address.measure, startAddress.measure)
  set('sort', address.sort, startAddress.sort)
  set('pixels', address.summary, startAddress.summary)
  set('colours', address.colourLimit, null)
  set('from', address.shown?.start ?? null, null)
  set('to', address.shown?.stop ?? null, null)
  set('lfp', address.lfp, null)
  set('spacing', address.spacing, null)
  set('with', address.target, null)
  set('probe', address.probe, null)
  set('order', address.order, null)
  set('path', address.path, null)
  set('table', address.table, null)
  set('page', address.page, null)
  set('at', address.moment, null)
  set('row', address.row, null)
  set('stimulus', address.stimulus, null)
  set('by', address.grouping, null)
  set('event', address.event, null)
  set('pre', address.eventBefore, null)
  set('post', address.eventAfter, null)
  set('width', address.eventBin, null)
  set('show', address.eventMode, startAddress.eventMode)
  set('curves', address.panelCurve, startAddress.panelCurve)
  set('panels', address.panelSort, startAddress.panelSort)
  set('most', address.panelCount, startAddress.panelCount)
  set('scales', address.hasOwnScales ? 'own' : null, null)
  set('columns', address.isSideBySide ? 'on' : null, null)
  set('correlations', address.correlations, null)
  set('group', address.group, null)
  set('trial', address.trial, null)
  set('baseline', address.baseline ? 'on' : null, null)
  set('smooth', address.smoothing, null)
  for (const name of limitNames) {
    set(name, address.limits[name] ?? 'off', defaultLimits[name])
  }
  const text = parameters.toString()
  return text && `?${text}`
}

/** What changes when a session is opened: nothing chosen in another one stays. */
export function openSession(session: string): Partial<Address> {
  return { ...leaveSession(), view: 'session', session }
}

/** What changes on the way back to the list of sessions. */
export function leaveSession(): Partial<Address> {
  return {
    view: 'sessions',
    session: null,
    epoch: null,
    areas: [],
    colourLimit: null,
    shown: null,
    lfp: null,
    spacing: null,
    unit: null,
    target: null,
    probe: null,
    path: null,
    ...otherTable(null),
    ...leaveRow(),
    stimulus: null,
    grouping: null,
    ...otherEvent(),
    event: null,
  }
}

/** What changes when activity is aligned to something else: nothing chosen for the last stays. */
export function otherEvent(): Partial<Address> {
  return {
    shown: null,
    grouping: null,
    eventBefore: null,
    eventAfter: null,
    eventBin: null,
    group: null,
    trial: null,
  }
}

/** What changes when another table of intervals is shown. */
export function otherTable(table: string | null): Partial<Address> {
  return { table, page: null, order: null }
}

/** What changes when activity is no longer around a row of a table. */
export function leaveRow(): Partial<Address> {
  return { moment: null, row: null, table: null }
}

/**
 * What tells one page of the explorer from another; the rest of an address refines what it shows.
 */
export function placeOf({ view, session, unit }: Address): string {
  return [view, session, view === 'unit' && unit].join()
}

const limitNames = Object.keys(defaultLimits) as (keyof QualityLimits)[]

/** Views that an address names; the others follow from what else it holds. */
const namedViews: ReadonlySet<View> = new Set([
  'units',
  'tables',
  'file',
  'activity',
  'events',
  'unit',
])

function viewOf(name: string | null, session: string | null, unit: string | null): View {
  if (session === null) return 'sessions'
  if (name === 'unit') return unit === null ? 'session' : 'unit'
  return [...namedViews].find((view) => view === name) ?? 'session'
}

function limit(parameters: URLSearchParams, name: keyof QualityLimits): number | null {
  const text = parameters.get(name)
  return text === 'off' ? null : (finite(text) ?? defaultLimits[name])
}

function finite(text: string | null): number | null {
  if (text === null || text.trim() === '') return null
  const number = Number(text)
  return Number.isFinite(number) ? number : null
}

function positive(text: string | null): number | null {
  const number = finite(text)
  return number !== null && number > 0 ? number : null
}

function timeRange(from: string | null, to: string | null): TimeRange | null {
  const start = finite(from)
  const stop = finite(to)
  return start !== null && stop !== null && start < stop ? { start, stop } : null
}

const wholeNumber = (text: string | null) =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null

const oneOf = <Name extends string>(names: readonly Name[], text: string | null) =>
  names.find((name) => name === text) ?? null
