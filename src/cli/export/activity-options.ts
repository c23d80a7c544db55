// Options of the exports of activity around presentations: which bins, and around what.
import { type Command, Option } from 'commander'
import { defaultEdgeRule, type EdgeRule } from '../../domain/alignment/edge-rule.ts'
import type { BinEdgesRequest } from '../../domain/counting/bin-edges.ts'
import type {
  AlignedActivityRequest,
  AlignedBins,
} from '../../request/activity/aligned-activity.ts'
import type { EventActivityRequest } from '../../request/activity/event-activity.ts'
import { parseNumber } from '../options.ts'
import { CommandError } from '../terminal/command-error.ts'
import {
  type AnchorOptions,
  type ColumnAnchorOptions,
  columnAnchor,
  selectedEvents,
} from './anchor-options.ts'
import {
  addPresentationOptions,
  addUnitOptions,
  type PresentationOptions,
  parseNumbers,
  selectedPresentations,
  selectedUnits,
  type UnitOptions,
} from './selection-options.ts'

export interface EdgeOptions {
  readonly before: number
  readonly after?: number
  readonly binSize?: number
  readonly edges?: number[]
}

export interface BinOptions extends EdgeOptions {
  readonly edgeRule: keyof typeof edgeRuleOf
}

export interface ActivityOptions
  extends UnitOptions,
    PresentationOptions,
    BinOptions,
    ColumnAnchorOptions {}

/** Of exports around presentations or events. */
export type MomentOptions = ActivityOptions & AnchorOptions

export const aroundMoment = 'Which bins around a start or event:'

const edgeRuleOf = {
  numpy: 'numpy',
  'half-open': 'halfOpen',
  allensdk: 'allenSdk',
} as const satisfies Record<string, EdgeRule>

/** @param heading such as `Which bins around the start of a presentation:` */
export function addEdgeOptions(command: Command, heading: string): Command {
  return command
    .optionsGroup(heading)
    .option('--before <seconds>', 'seconds before it', parseNumber, 0)
    .option('--after <seconds>', 'seconds after it', parseNumber)
    .option('--bin-size <seconds>', 'width of a bin', parseNumber)
    .addOption(
      new Option('--edges <seconds>', 'edges of the bins, such as 0,0.05,0.25')
        .argParser(parseNumbers)
        .conflicts(['before', 'after', 'binSize']),
    )
}

/** The same, and which bin a spike on an edge is counted in. */
export function addBinOptions(command: Command, heading: string): Command {
  return addEdgeOptions(command, heading).addOption(
    new Option('--edge-rule <rule>', 'which bin a spike on an edge is counted in')
      .choices(Object.keys(edgeRuleOf))
      .default(defaultEdgeRule),
  )
}

/** Bins, presentations and units; what `--at` may be is for the command to say. */
export function addActivityOptions(
  command: Command,
  heading = 'Which bins around the start of a presentation:',
): Command {
  return addUnitOptions(addPresentationOptions(addBinOptions(command, heading)))
}

/** @throws CommandError without bins */
export function activityRequest(options: ActivityOptions): AlignedActivityRequest {
  return {
    presentations: selectedPresentations(options),
    units: selectedUnits(options),
    bins: selectedBins(options),
    anchor: columnAnchor(options),
  }
}

/** The presentations to align to, without those in invalid times if these are excluded. */
export function presentationMoments(options: PresentationOptions & AnchorOptions) {
  const excludeInvalidTimes = options.excludeInvalidTimes ?? false
  return { ...selectedPresentations(options), excludeInvalidTimes }
}

/** @throws CommandError without bins */
export function presentationRequest(options: MomentOptions): AlignedActivityRequest {
  return { ...activityRequest(options), presentations: presentationMoments(options) }
}

/**
 * Of events; null: of presentations.
 *
 * @throws CommandError without bins, or for options that mean nothing together
 */
export async function eventRequest(options: MomentOptions): Promise<EventActivityRequest | null> {
  const events = await selectedEvents(options)
  return events && { ...events, units: selectedUnits(options), bins: selectedBins(options) }
}

/**
 * The same, where each presentation as a whole is one bin unless bins are given.
 *
 * @throws CommandError for half of the bins, or for an anchor without bins
 */
export function wholeOrBinnedRequest(options: ActivityOptions): AlignedActivityRequest {
  const { before, after, binSize, edges, at } = options
  const isWhole = before === 0 && [after, binSize, edges, at].every((value) => value === undefined)
  if (!isWhole) return activityRequest(options)
  return {
    presentations: selectedPresentations(options),
    units: selectedUnits(options),
    bins: null,
    anchor: null,
  }
}

/** @throws CommandError without bins */
export function selectedBins({ edgeRule, ...edges }: BinOptions): AlignedBins {
  return { ...selectedEdges(edges), edgeRule: edgeRuleOf[edgeRule] }
}

/** @throws CommandError without bins */
export function selectedEdges({ before, after, binSize, edges }: EdgeOptions): BinEdgesRequest {
  if (edges) return { edges }
  if (after !== undefined && binSize !== undefined) return { before, after, binSize }
  throw new CommandError(
    'Activity needs bins: --after and --bin-size in seconds, such as --after 0.5 --bin-size 0.01; or --edges.',
  )
}
