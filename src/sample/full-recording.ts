import { type Channel, channelsOf, probesCrossing } from './animal/anatomy.ts'
import { runOnWheel } from './animal/running.ts'
import { isChannelFor, planUnit, type UnitFate, type UnitPlan } from './animal/unit-plan.ts'
import { Random } from './random.ts'
import { type Recording, shareSpikes } from './recording.ts'
import { type Block, presentationsOf } from './stimuli/schedule.ts'
import * as stimuli from './stimuli/stimuli.ts'
import type { Stimulus } from './stimuli/stimulus.ts'

const SESSION_ID = 890_000_001
const CHANNELS_PER_PROBE = 366
const WAVEFORM_CHANNELS = 384
/** seconds */
const DURATION = 9600

/** Passing units of each visual area, as many as the public session 756029989 has. */
const PASSING_UNITS: readonly (readonly [area: string, count: number])[] = [
  ['VISp', 51],
  ['VISl', 30],
  ['VISrl', 24],
  ['VISal', 51],
  ['VISpm', 90],
  ['VISam', 72],
]

const FAILING: readonly UnitFate[] = [
  'amplitude cutoff too high',
  'amplitude cutoff too high',
  'presence ratio too low',
  'presence ratio too low',
  'too many isi violations',
  'too many isi violations',
  'amplitude cutoff unknown',
  'invalid peak channel',
  'outside the brain',
]

/**
 * A session of real size: its number of channels, the schedule of 2.5 hours, and
 * ever so many units and spikes.
 */
export function planFullRecording(unitCount: number, spikeCount: number): Recording {
  const random = (what: string): Random => new Random(`full/${what}`)
  const probes = probesCrossing(SESSION_ID + 100, [
    'VISam',
    'VISpm',
    'VISp',
    'VISl',
    'VISal',
    'VISrl',
  ])
  const channels = channelsOf(probes, CHANNELS_PER_PROBE, SESSION_ID + 1000, random('channels'))
  const units = planUnits(unitCount, channels, random('units'))
  const clock = { start: 24.429348, stop: DURATION - 60 }
  return {
    id: SESSION_ID,
    sessionType: 'brain_observatory_1.1',
    startTime: '2019-04-11T09:30:12-07:00',
    subject: {
      specimenName: 'Sample-890001',
      subjectId: '890000011',
      sex: 'M',
      genotype: 'Pvalb-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt',
      ageInDays: 96,
    },
    duration: DURATION,
    probes,
    channels,
    units,
    spikeCounts: shareSpikes(units, spikeCount),
    unitsOnEdges: new Set(),
    presentations: presentationsOf(schedule, clock, random('presentations')),
    invalidTimes: [],
    // The wheel is sampled at 60 Hz in the public files; fewer samples keep
    // what is held in memory small.
    runningWheel: runOnWheel(DURATION, 20, random('running')),
    hasEyeTracking: true,
    hasOptotagging: true,
    missingMetric: null,
    waveformChannels: WAVEFORM_CHANNELS,
    rateBinWidth: 0.025,
  }
}

/**
 * Two in five pass: those of the visual areas first, then some of the deeper
 * structures; in the order of the probes.
 */
function planUnits(count: number, channels: readonly Channel[], random: Random): UnitPlan[] {
  const rows = channels.map((_, row) => row)
  const channelsByFate = new Map(
    (['passes', ...FAILING] as const).map((fate) => [
      fate,
      rows.filter((row) => isChannelFor(fate, channels[row])),
    ]),
  )
  const placed: { fate: UnitFate; peakChannel: number }[] = []
  for (const [area, passing] of PASSING_UNITS) {
    const possible = rows.filter((row) => channels[row].area === area && channels[row].isValid)
    for (let i = 0; i < passing; i++) {
      placed.push({ fate: 'passes', peakChannel: random.pick(possible) })
    }
  }
  while (placed.length < count) {
    const fate = random.next() < 0.25 ? 'passes' : random.pick(FAILING)
    const peakChannel = random.pick(channelsByFate.get(fate) ?? [])
    // The numbers of passing units in visual cortex are fixed above.
    if (fate === 'passes' && channels[peakChannel].area.startsWith('VIS')) continue
    placed.push({ fate, peakChannel })
  }
  const chosen = random.shuffled(placed).slice(0, count)
  chosen.sort((one, other) => channels[one.peakChannel].probe - channels[other.peakChannel].probe)
  return chosen.map(({ fate, peakChannel }, i) =>
    planUnit(
      { id: SESSION_ID + 10_000 + 3 * i, fate, peakChannel, clusterId: i, localIndex: i },
      random,
    ),
  )
}

const block = (stimulus: Stimulus, start: number, stop: number): Block => ({
  stimulus,
  start,
  stop,
})

/** The schedule of the public session 756029989: 15 blocks. */
const schedule: readonly Block[] = [
  block(stimuli.gabors, 84.496188, 996.491813),
  block(stimuli.flashes, 1285.483398, 1583.982946),
  block(stimuli.driftingGratings, 1585.734418, 2185.235561),
  block(stimuli.naturalMovieThree, 2216.261498, 2816.763498),
  block(stimuli.naturalMovieOne, 2846.788598, 3147.039578),
  block(stimuli.driftingGratings, 3177.064688, 3776.565851),
  block(stimuli.naturalMovieThree, 4077.834348, 4678.336348),
  block(stimuli.driftingGratings, 4708.361438, 5397.937871),
  block(stimuli.staticGratings, 5398.938718, 5879.340268),
  block(stimuli.naturalScenes, 5909.365398, 6389.766968),
  block(stimuli.naturalScenes, 6690.017948, 7170.419568),
  block(stimuli.staticGratings, 7200.444627, 7680.846188),
  block(stimuli.naturalMovieOne, 7710.871348, 8011.122288),
  block(stimuli.naturalScenes, 8041.147408, 8569.088694),
  block(stimuli.staticGratings, 8611.624248, 9152.076028),
]
