import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { addExportCommand } from '../../../src/cli/export/export.ts'
import { exportKinds } from '../../../src/exports/export-kinds.ts'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { readCsv } from '../../support/exported-tables.ts'
import { goldenSessionFile } from '../../support/golden/golden-folder.ts'
import { sampleSessionFolder } from '../../support/recordings/sample.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder } from '../sample-folder.ts'

/** Kinds that a command of another name writes, with the options that make it do so. */
const otherCommands: Readonly<Record<string, string>> = {
  'binned-activity': 'dataset',
  'aligned-activity': 'activity',
  'event-activity': 'activity',
  'event-statistics': 'activity-statistics',
  'event-first-spikes': 'first-spikes',
  'event-first-spike-statistics': 'first-spike-statistics',
  'event-response-peaks': 'response-peaks',
  'event-spikes': 'aligned-spikes',
  'aligned-signal': 'signal',
  'event-signal': 'signal',
  'binned-signal': 'signal',
  'response-correlations': 'correlations',
  'bin-correlations': 'correlations',
  'current-source-density': 'csd',
}

test('every kind of file has a command', () => {
  const program = new Command()
  addExportCommand(program)
  const commands = program.commands[0]?.commands.map((command) => command.name())
  const needed = exportKinds.map(({ name }) => otherCommands[name] ?? name)
  expect(commands).toEqual(expect.arrayContaining(needed))
})

/** Read in the thread of the command: a folder would start threads for each. */
const sampleFile = join(sampleSessionFolder, 'session_810000001.nwb')

const sample = new SharedFolder(sampleSessionFolder)
const golden = new SharedFolder(dirname(goldenSessionFile('715093703')))

let folder: string
beforeAll(async () => {
  folder = await temporaryFolder()
})

interface Exported {
  readonly arrays: Readonly<Record<string, { readonly data: ArrayLike<unknown> }>>
  /** the address of the same request, without its version */
  readonly request: string
}

/** Runs `spikeql export` of a recording, and reads what it wrote as arrays. */
async function exported(recording: string, line: string): Promise<Exported> {
  const file = join(folder, 'exported.npz')
  const [kind = '', ...options] = line.split(' ')
  const command = ['export', kind, recording, '--out', file, '--json', ...options]
  const { code, stdout, stderr } = await run(command)
  expect(code, stderr).toBe(0)
  const arrays = Object.fromEntries(
    unzip(await readFile(file)).map(({ name, content }) => [
      name.replace('.npy', ''),
      decodeNpy(content),
    ]),
  )
  return { arrays, request: JSON.parse(stdout).request }
}

/** Nested lists as the cells of an array; null is NaN. */
const cellsOf = (values: unknown) =>
  ([values].flat(9) as (number | string | null)[]).map((value) => value ?? Number.NaN)

const cellsIn = (array: { readonly data: ArrayLike<unknown> } | undefined) =>
  Array.from(array?.data ?? [], (value) => (typeof value === 'bigint' ? Number(value) : value))

type Answer = Record<string, unknown>

/** What is found by following names, and `[]` into every entry of a list. */
function follow(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => {
    if (name === '[]') return found
    return Array.isArray(found)
      ? found.flat().map((entry) => (entry as Answer)[name])
      : (found as Answer)[name]
  }, value)
}

const v1 = 'units: { areas: ["V1"] }'
const flashes = 'presentations: { stimulusNames: ["flashes"] }'
const bins = 'before: 0.1, after: 0.25, binSize: 0.05'
const areaOption = '--areas V1'
const flashOptions = `${areaOption} --stimuli flashes`
const binOptions = '--before 0.1 --after 0.25 --bin-size 0.05'
const pupil = 'signals(of: [{ signal: PUPIL_AREA }], statistic: MAX)'

/** A command line; a query, with the address in `href`; and paths of what both have. */
const ofSample: [line: string, query: string, values: Record<string, string>][] = [
  [
    `activity-statistics ${areaOption} --at flashes_presentations:start_time --by value --value-column color ${binOptions} --rates`,
    `eventActivity(events: { intervals: { table: "flashes_presentations", valueColumn: "color" } }, ${v1}, ${bins}) {
       href: groupsHref(by: SOURCE_VALUE, unit: HZ)
       groups(by: SOURCE_VALUE) { value eventCount mean(unit: HZ) standardError(unit: HZ) spikeCounts } }`,
    {
      mean: 'groups.mean',
      sem: 'groups.standardError',
      event_counts: 'groups.eventCount',
      values: 'groups.value',
    },
  ],
  [
    `activity-statistics ${areaOption} --at flashes_presentations:start_time --by 7 ${binOptions}`,
    `eventActivity(events: { intervals: { table: "flashes_presentations" } }, ${v1}, ${bins}) {
       href: groupsHref(by: EVERY, size: 7)
       groups(by: EVERY, size: 7) { mean spikeCounts } }`,
    { mean: 'groups.mean', spike_count: 'groups.spikeCounts' },
  ],
  [
    `aligned-spikes ${flashOptions} --edges 0,0.25`,
    `alignedActivity(${flashes}, ${v1}, edges: [0, 0.25]) {
       spikes { href(format: NPZ) spikeTimes timesSinceStart } }`,
    { spike_time: 'spikes.spikeTimes', time_since_start: 'spikes.timesSinceStart' },
  ],
  [
    `aligned-spikes ${areaOption} --at 100,200 --edges 0,5`,
    `eventActivity(events: { times: [100, 200] }, ${v1}, edges: [0, 5]) {
       spikes { href(format: NPZ) spikeTimes eventIndexes timesSinceEvent } }`,
    { spike_time: 'spikes.spikeTimes', source_index: 'spikes.eventIndexes' },
  ],
  [
    `first-spikes ${flashOptions} --earliest 0.03 --latest 0.25 --edges 0.03,0.25`,
    `alignedActivity(${flashes}, ${v1}, edges: [0.03, 0.25]) {
       firstSpikes(from: 0.03) { href(format: NPZ) latencies } }`,
    { latencies: 'firstSpikes.latencies' },
  ],
  [
    `first-spikes ${areaOption} --at 100,200 --latest 0.5`,
    `eventActivity(events: { times: [100, 200] }, ${v1}, edges: [0, 0.5]) {
       firstSpikes(until: 0.5) { href(format: NPZ) latencies } }`,
    { latencies: 'firstSpikes.latencies' },
  ],
  [
    `first-spike-statistics ${flashOptions} --earliest 0.03 --edges 0.03,0.25 --by parameters --parameters color`,
    `alignedActivity(${flashes}, ${v1}, edges: [0.03, 0.25]) {
       groups(by: PARAMETERS, parameters: ["color"]) { firstSpikes(from: 0.03) {
         href(allGroups: true) medians lowerQuartiles upperQuartiles respondedCounts } } }`,
    {
      medians: 'groups.firstSpikes.medians',
      lower_quartiles: 'groups.firstSpikes.lowerQuartiles',
      upper_quartiles: 'groups.firstSpikes.upperQuartiles',
      responded_counts: 'groups.firstSpikes.respondedCounts',
    },
  ],
  [
    `first-spike-statistics ${areaOption} --at 100,200,300 --latest 0.5`,
    `eventActivity(events: { times: [100, 200, 300] }, ${v1}, edges: [0, 0.5]) {
       groups { firstSpikes(until: 0.5) { href(allGroups: true) medians respondedCounts } } }`,
    {
      medians: 'groups.firstSpikes.medians',
      responded_counts: 'groups.firstSpikes.respondedCounts',
    },
  ],
  [
    `response-peaks ${flashOptions} ${binOptions} --by condition --latest 0.2 --baseline=-0.1..0 --kernel gaussian:0.05 --rates`,
    `alignedActivity(${flashes}, ${v1}, ${bins}) { groups(by: CONDITION) {
       responsePeaks(until: 0.2, baseline: { from: -0.1, to: 0 }, kernel: { gaussian: 0.05 }, unit: HZ) {
         href(allGroups: true) peaks timesToPeak halfRiseTimes } } }`,
    {
      peaks: 'groups.responsePeaks.peaks',
      times_to_peak: 'groups.responsePeaks.timesToPeak',
      half_rise_times: 'groups.responsePeaks.halfRiseTimes',
    },
  ],
  [
    `response-peaks ${areaOption} --at 100,200,300,400 --by 2 ${binOptions}`,
    `eventActivity(events: { times: [100, 200, 300, 400] }, ${v1}, ${bins}) {
       groups(by: EVERY, size: 2) { responsePeaks { href(allGroups: true) peaks halfRiseTimes } } }`,
    {
      peaks: 'groups.responsePeaks.peaks',
      half_rise_times: 'groups.responsePeaks.halfRiseTimes',
    },
  ],
  [
    'inter-presentation-intervals --stimuli flashes',
    'interPresentationIntervals(stimulusNames: ["flashes"]) { href(format: NPZ) fromIds toIds intervals }',
    { from_presentation_id: 'fromIds', to_presentation_id: 'toIds', interval: 'intervals' },
  ],
  [
    `signal --signal pupilArea --statistic max --stimuli flashes ${binOptions}`,
    `alignedActivity(${flashes}, ${bins}) { ${pupil} { href(format: NPZ) values } }`,
    { values: 'signals.values' },
  ],
  [
    `signal --signal pupilArea --statistic max --at 100,200 ${binOptions}`,
    `eventActivity(events: { times: [100, 200] }, ${bins}) { ${pupil} { href(format: NPZ) values } }`,
    { values: 'signals.values' },
  ],
  [
    'signal --signal pupilArea --statistic max --window 100..110 --bin-size 0.5',
    `binnedActivity(start: 100, stop: 110, binSize: 0.5, areas: []) { ${pupil} { href(format: NPZ) values } }`,
    { values: '[].signals.values' },
  ],
  [
    `interval-activity ${areaOption} --intervals 0..100,50..80`,
    `intervalActivity(intervals: [{ start: 0, stop: 100 }, { start: 50, stop: 80 }], ${v1}) {
       href(format: NPZ) counts rates }`,
    { counts: 'counts', rates: 'rates' },
  ],
  [
    `response-metrics ${areaOption} --stimulus drifting-gratings --rule corrected`,
    `responseMetrics(stimulus: DRIFTING_GRATINGS, rule: CORRECTED, ${v1}) { href(format: NPZ) prefOri gOsi fano }`,
    { pref_ori_dg: 'prefOri', g_osi_dg: 'gOsi', fano_dg: 'fano' },
  ],
  [
    `signal-tuning ${areaOption} --axis runningSpeed=0,1,5,80 --within 0..500 --lookup nearest`,
    `signalTuning(axes: [{ signal: { signal: RUNNING_SPEED }, edges: [0, 1, 5, 80] }], ${v1},
       within: [{ start: 0, stop: 500 }], lookup: NEAREST) { href(format: NPZ) rates occupancy bitsPerSpike }`,
    { rates: 'rates', occupancy: 'occupancy', bits_per_spike: 'bitsPerSpike' },
  ],
  [
    `spike-time-tiling ${areaOption} --pairs cross --within 0..500 --dt 0.01`,
    `correlograms(${v1}, pairs: CROSS, within: [{ start: 0, stop: 500 }]) {
       spikeTimeTilingHref(dt: 0.01, format: NPZ) spikeTimeTiling(dt: 0.01) referenceIds }`,
    { coefficients: 'spikeTimeTiling' },
  ],
  [
    `jitter-corrected-correlograms ${flashOptions} --after 0.25 --bin-size 0.005 --lags 4 --minimum-rate 0.5`,
    `alignedActivity(${flashes}, ${v1}, after: 0.25, binSize: 0.005) {
       jitterCorrectedCorrelograms(lagCount: 4, minimumRate: 0.5) { href(format: NPZ) values } }`,
    { values: 'jitterCorrectedCorrelograms.values' },
  ],
  [
    `spike-train-statistics ${areaOption} --stimuli flashes,gabors --per-interval`,
    `spikeTrainStatistics(${v1}, epochs: { stimulusNames: ["flashes", "gabors"] }, perInterval: true) {
       href(format: NPZ) spikeCounts rates cv2 revisedLocalVariation
       isiViolations { counts ratios } presenceRatio }`,
    {
      spike_count: 'spikeCounts',
      rate: 'rates',
      cv2: 'cv2',
      revised_local_variation: 'revisedLocalVariation',
      isi_violation_count: 'isiViolations.counts',
      isi_violations: 'isiViolations.ratios',
      presence_ratio: 'presenceRatio',
    },
  ],
  [
    `spike-train-statistics ${areaOption} --rule allensdk --fano-bin-size 2.5`,
    `spikeTrainStatistics(${v1}) {
       href(format: NPZ, rule: ALLENSDK, fanoBinSize: 2.5)
       isiViolations(rule: ALLENSDK) { ratios } presenceRatio(rule: ALLENSDK)
       fanoFactor(binSize: 2.5) }`,
    {
      isi_violations: 'isiViolations.ratios',
      presence_ratio: 'presenceRatio',
      fano_factor: 'fanoFactor',
    },
  ],
  [
    `isi-histogram ${areaOption} --equal 0..0.1..20 --within 0..500`,
    `spikeTrainStatistics(${v1}, within: [{ start: 0, stop: 500 }]) {
       isiHistogram(bins: { equal: { from: 0, to: 0.1, count: 20 } }) { href(format: NPZ) counts edges } }`,
    { counts: 'isiHistogram.counts', bin_edges: 'isiHistogram.edges' },
  ],
  [
    `smoothed-rates ${areaOption} --start 100 --stop 101 --bin-size 0.01 --kernel gaussian:0.025`,
    `binnedActivity(start: 100, stop: 101, binSize: 0.01, areas: ["V1"]) {
       rates(kernel: { gaussian: 0.025 }) { href(format: NPZ) values } }`,
    { rates: '[].rates.values' },
  ],
  [
    `sliding-counts ${areaOption} --start 100 --stop 101 --bin-size 0.1 --stride 0.025`,
    `binnedActivity(start: 100, stop: 101, binSize: 0.1, areas: ["V1"]) {
       sliding(stride: 0.025) { href(format: NPZ) counts } }`,
    { counts: '[].sliding.counts' },
  ],
  [
    'mean-waveform --unit 810010301 --channels all',
    'unit(id: "810010301") { meanWaveform(channels: ALL) { href(format: NPZ) values times } }',
    { values: 'meanWaveform.values', times: 'meanWaveform.times' },
  ],
]

/** The only `href` of an answer. */
function hrefIn(value: unknown): string {
  const text = JSON.stringify(value)
  return text.match(/"(?:href|spikeTimeTilingHref)":"([^"]*)"/)?.[1] ?? ''
}

/** Its request, of any version, in the order of its fields. */
const requestOf = (href: string) => decodeURIComponent(href.replace(/^.*\//, ''))

describe('spikeql export of the sample', () => {
  test.each(ofSample)('%s', async (line, query, values) => {
    const { session } = await sample.data<{ session: Answer }>(
      `{ session(id: "810000001") { answer: ${query} } }`,
    )
    const { answer } = session
    const { arrays, request } = await exported(sampleFile, line)
    for (const [name, path] of Object.entries(values)) {
      const expected = cellsOf(follow(answer, path))
      expect(expected.length, name).toBeGreaterThan(0)
      expect(cellsIn(arrays[name]), name).toEqual(expected)
    }
    const byAddress = await exported(sampleFile, `address --address ${request}`)
    expect(byAddress.arrays).toEqual(arrays)
    // The same units may be those of an area, or in it by a filter.
    const isOtherwise = query.includes('areas: ["V1"])')
    if (!isOtherwise) expect(requestOf(request)).toBe(requestOf(hrefIn(answer)))
  })

  test('intervals', async () => {
    const file = join(folder, 'rows.csv')
    const table = ['--table', 'flashes_presentations', '--where', 'color=1']
    const { code } = await run([
      ...['export', 'intervals', '810000001', '--path', sampleSessionFolder],
      ...[...table, '--out', file],
    ])
    expect(code).toBe(0)
    const rows = await readCsv(file)
    const { session } = await sample.data<{ session: { stimulusPresentations: Answer } }>(
      `{ session(id: "810000001") { stimulusPresentations(
           where: { stimulusNames: ["flashes"], parameters: [{ name: "color", values: ["1"] }] }
         ) { totalCount } } }`,
    )
    expect(rows.length).toBe(session.stimulusPresentations.totalCount)
    expect(new Set(rows.map(({ color }) => Number(color)))).toEqual(new Set([1]))
  })
})

describe('spikeql export of LFP', () => {
  let probe: { readonly probeId: string; readonly lfp: { readonly channelIds: string[] } }
  beforeAll(async () => {
    const { session } = await golden.data<{ session: { probes: (typeof probe)[] } }>(
      '{ session(id: "715093703") { probes { probeId lfp { channelIds } } } }',
    )
    probe = session.probes.find(({ lfp }) => lfp !== null) as typeof probe
  })

  const lfpBins = 'before: 0.05, after: 0.1, binSize: 0.01'
  const atTimes = `events: { times: [20.1, 20.15, 20.2] }, ${lfpBins}`
  const atOptions = '--at 20.1,20.15,20.2 --before 0.05 --after 0.1 --bin-size 0.01'

  test.each([
    [`aligned-lfp ${atOptions}`, `eventLfp(${atTimes}) { href(format: NPZ) values }`, ['values']],
    [
      'aligned-lfp --edges=-5,-4.3,-4.1 --stimuli spontaneous --no-mask-invalid-times',
      `alignedLfp(edges: [-5, -4.3, -4.1], maskInvalidIntervals: false
         presentations: { stimulusNames: ["spontaneous"] }) { href(format: NPZ) values }`,
      ['values'],
    ],
    [
      `lfp-source-density ${atOptions} --spacing 40 --conductivity 0.3`,
      `eventLfp(${atTimes}) { average {
         current_source_density: currentSourceDensity(spacing: 40, conductivity: 0.3) } }`,
      ['current_source_density'],
    ],
    [
      `lfp-statistics ${atOptions}`,
      `eventLfp(${atTimes}) { average { mean sem: standardError n: eventCounts } }`,
      ['mean', 'sem', 'n'],
    ],
    [
      'lfp-spectrum --segment 0.1',
      'lfpSpectrum(segment: 0.1) { href(format: NPZ) power frequencies segment_counts: segmentCounts }',
      ['power', 'frequencies', 'segment_counts'],
    ],
    [
      'spike-triggered-lfp --unit UNIT --before 0.002 --after 0.001',
      'spikeTriggeredLfp(unitIds: ["UNIT"], before: 0.002, after: 0.001) { href(format: NPZ) mean times }',
      ['mean', 'times'],
    ],
  ])('%s', async (line, query, names) => {
    const found = await golden.data<{ session: { units: { nodes: Answer[] } } }>(
      '{ session(id: "715093703") { units { nodes { unitId spikeTimes(start: 20.05, stop: 20.25) } } } }',
    )
    const { nodes } = found.session.units
    const fires = ({ spikeTimes }: Answer) => (spikeTimes as number[]).length > 0
    const unit = String(nodes.find(fires)?.unitId)
    const ids = JSON.stringify(probe.lfp.channelIds)
    const { session } = await golden.data<{ session: { probes: Answer[] } }>(
      `{ session(id: "715093703") { probes { answer: ${query
        .replace('(', `(channelIds: ${ids}, `)
        .replace('UNIT', unit)} } } }`,
    )
    const answer = session.probes.map((entry) => entry.answer).find((entry) => entry !== null)
    const own = `--probe ${probe.probeId} --channels ${probe.lfp.channelIds.join()}`
    const [kind, ...options] = line.replace('UNIT', unit).split(' ')
    const { arrays, request } = await exported(
      goldenSessionFile('715093703'),
      [kind, own, ...options].join(' '),
    )
    for (const name of names) {
      const inner = Array.isArray(answer) ? answer[0] : (answer as Answer)
      const holder = inner.groups ? inner.groups[0].average : (inner.average ?? inner)
      const expected = cellsOf(holder[name])
      expect(
        expected.some((value) => !Number.isNaN(value)),
        name,
      ).toBe(true)
      expect(cellsIn(arrays[name]), name).toEqual(expected)
    }
    const href = hrefIn(answer)
    if (href) expect(requestOf(request)).toBe(requestOf(href))
  })
})

describe('options that mean nothing', () => {
  test.each([
    ['signal --signal heartbeat --window 1..2 --bin-size 1', /"heartbeat" is not a signal/],
    ['signal --signal runningSpeed --window 1..2', /A window needs the width of its bins/],
    ['signal --signal runningSpeed --window 1..2,3..4 --bin-size 1', /--window is one interval/],
    [
      'smoothed-rates --start 1 --stop 2 --bin-size 1 --kernel wide',
      /must be gaussian, exponential/,
    ],
    ['isi-histogram --logarithmic 1..2', /it must be the ends of a range and a number of bins/],
    [
      `activity-statistics --at 1,2 --by colour ${binOptions}`,
      /--by is colour; events are grouped by/,
    ],
    [`activity-statistics --at 1,2 --by all,value ${binOptions}`, /Events are grouped by one key/],
    [`activity-statistics --by colour ${binOptions}`, /--by has colour; its keys are all,/],
    [
      `lfp-statistics --probe A --channels 1 --at change ${binOptions}`,
      /LFP is aligned to the starts/,
    ],
    ['lfp-spectrum --probe probeA --channels 1', /lfp/i],
  ])('are refused: %s', async (line, message) => {
    const [kind = '', ...options] = line.split(' ')
    const { code, stdout, stderr } = await run(
      ['export', kind, '810000001', '--path', sampleSessionFolder, ...options],
      { cwd: folder },
    )
    expect(code, stderr).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(message)
  })
})
