import { type Channel, channelsOf, probesCrossing } from './animal/anatomy.ts'
import { runOnWheel } from './animal/running.ts'
import {
  isChannelFor,
  isPassing,
  planUnit,
  type UnitFate,
  type UnitPlan,
} from './animal/unit-plan.ts'
import { Random } from './random.ts'
import { type InvalidTimePlan, type Recording, type SubjectPlan, shareSpikes } from './recording.ts'
import { brainObservatoryBlocks, functionalConnectivityBlocks } from './stimuli/sample-schedules.ts'
import { type Presentation, presentationsOf } from './stimuli/schedule.ts'

/** What distinguishes one sample session from the others. */
export interface SampleSession {
  readonly id: number
  readonly sessionType: Recording['sessionType']
  readonly startTime: string
  readonly subject: SubjectPlan
  /** on probes A to F */
  readonly visualAreas: readonly string[]
  /** an area whose units all fail the default filters */
  readonly areaWithoutPassingUnit: string | null
  readonly hasEyeTracking: boolean
  readonly hasOptotagging: boolean
  readonly missingMetric: Recording['missingMetric']
}

const CHANNELS_PER_PROBE = 24
const UNITS_PER_PROBE = 43
const SPIKES_PER_SESSION = 700_000
/** seconds: the first grey screen begins when the monitor's clock does */
const FIRST_FRAME = 24.429348

/** Repeated over the units of a probe: every reason to fail occurs on every probe. */
const FATES: readonly UnitFate[] = [
  'passes',
  'amplitude cutoff too high',
  'passes',
  'presence ratio too low',
  'passes',
  'outside the brain',
  'passes at the limits',
  'too many isi violations',
  'passes',
  'amplitude cutoff unknown',
  'passes',
  'noise',
  'passes',
  'invalid peak channel',
  'passes',
  'presence ratio unknown',
  'passes',
  'amplitude cutoff just too high',
  'passes',
  'isi violations unknown',
]
/** on the third probe */
const UNIT_WITHOUT_SPIKES = 2 * UNITS_PER_PROBE + 4

export function planSampleRecording(session: SampleSession): Recording {
  const random = (what: string): Random => new Random(`sample/${session.id}/${what}`)
  const blocks =
    session.sessionType === 'brain_observatory_1.1'
      ? brainObservatoryBlocks(FIRST_FRAME)
      : functionalConnectivityBlocks(FIRST_FRAME)
  const duration = Math.ceil(blocks[blocks.length - 1].stop + 60)
  const probes = probesCrossing(session.id + 100, session.visualAreas)
  const channels = channelsOf(probes, CHANNELS_PER_PROBE, session.id + 1000, random('channels'))
  const units = planUnits(session, channels, random('units'))
  const presentations = presentationsOf(
    blocks,
    { start: FIRST_FRAME, stop: duration - 30 },
    random('presentations'),
  )
  return {
    id: session.id,
    sessionType: session.sessionType,
    startTime: session.startTime,
    subject: session.subject,
    duration,
    probes,
    channels,
    units,
    spikeCounts: shareSpikes(units, SPIKES_PER_SESSION),
    unitsOnEdges: unitsOnEdges(units, channels),
    presentations,
    invalidTimes: invalidTimes(session, presentations),
    runningWheel: runOnWheel(duration, 5, random('running')),
    hasEyeTracking: session.hasEyeTracking,
    hasOptotagging: session.hasOptotagging,
    missingMetric: session.missingMetric,
    waveformChannels: CHANNELS_PER_PROBE,
    rateBinWidth: 0.01,
  }
}

function planUnits(
  session: SampleSession,
  channels: readonly Channel[],
  random: Random,
): UnitPlan[] {
  return Array.from({ length: session.visualAreas.length * UNITS_PER_PROBE }, (_, i) => {
    const probe = Math.floor(i / UNITS_PER_PROBE)
    const fate =
      i === UNIT_WITHOUT_SPIKES
        ? 'passes without a spike'
        : FATES[(i % UNITS_PER_PROBE) % FATES.length]
    const possible = channels.flatMap((channel, row) => {
      const isHere = channel.probe === probe && isChannelFor(fate, channel)
      const isRefused = channel.area === session.areaWithoutPassingUnit && isPassing(fate)
      // Cortex, which most analyses are about, has most of the units.
      return isHere && !isRefused ? Array(channel.area.startsWith('VIS') ? 3 : 1).fill(row) : []
    })
    return planUnit(
      {
        id: session.id + 10_000 + 3 * i,
        fate,
        peakChannel: random.pick(possible),
        clusterId: i % UNITS_PER_PROBE,
        localIndex: i % UNITS_PER_PROBE,
      },
      random,
    )
  })
}

/** The two busiest passing units of each visual area. */
function unitsOnEdges(units: readonly UnitPlan[], channels: readonly Channel[]): Set<number> {
  const areas = new Map<string, number[]>()
  for (const [row, { fate, peakChannel }] of units.entries()) {
    const { area } = channels[peakChannel]
    if (fate !== 'passes' || !area.startsWith('VIS')) continue
    areas.set(area, [...(areas.get(area) ?? []), row])
  }
  const busiest = [...areas.values()].flatMap((rows) =>
    rows.sort((one, other) => units[other].rateWeight - units[one].rateWeight).slice(0, 2),
  )
  return new Set(busiest)
}

/**
 * One that splits the first block of drifting gratings in two, and one that concerns a probe only.
 */
function invalidTimes(
  session: SampleSession,
  presentations: readonly Presentation[],
): InvalidTimePlan[] {
  const gratings = presentations.filter(({ stimulus }) => stimulus.kind === 'drifting grating')
  const first = gratings.filter(({ block }) => block === gratings[0].block)
  const middle = Math.floor(first.length / 2)
  const lastBlockStart = gratings[gratings.length - 1].start
  return [
    {
      start: first[middle].start + 0.5,
      stop: first[middle + 1].start + 0.5,
      tags: ['EcephysSession', String(session.id), 'stimulus'],
    },
    {
      start: lastBlockStart,
      stop: lastBlockStart + 5,
      tags: ['EcephysProbe', String(session.id + 102), 'probeB'],
    },
  ]
}
