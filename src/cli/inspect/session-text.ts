import { amount, fileSizeText } from '../../formats/amounts.ts'
import { printable } from '../terminal/printable.ts'
import type { SessionSummary } from './session-summary.ts'
import { textTable } from './text-table.ts'

const conditionTexts = {
  validOnly: () => 'noise, or on an invalid channel',
  inBrainOnly: () => 'outside the brain',
  amplitudeCutoffMax: (value) => `amplitude cutoff above ${value}`,
  presenceRatioMin: (value) => `presence ratio below ${value}`,
  isiViolationsMax: (value) => `ISI violations above ${value}`,
  requireMetrics: () => 'missing one of these three metrics',
} satisfies Record<
  SessionSummary['units']['filter'][number]['condition'],
  (value: number | boolean) => string
>

/** The summary for people: sections with a heading each. */
export function sessionText(summary: SessionSummary): string {
  return [
    section(`Session ${printable(summary.id)}`, facts(summary)),
    section('Probes', probes(summary)),
    section('Areas', areas(summary)),
    section('Units', units(summary)),
    ...(summary.analysisMetrics
      ? [section('Analysis metrics', analysisMetrics(summary.analysisMetrics))]
      : []),
    section('Stimuli', stimuli(summary)),
    section('Stimulus epochs', epochs(summary)),
    section('Invalid times', invalidTimes(summary)),
    section('Time series', timeSeries(summary)),
    section('Warnings', warnings(summary)),
  ].join('\n\n')
}

const section = (heading: string, text: string) => `${heading}\n${text}`

/** What the file does not say is a dash. */
const seconds = (time: number) => (Number.isNaN(time) ? '-' : time.toFixed(3))

function facts(summary: SessionSummary): string {
  const { subject } = summary
  const { fileName, fileSize, location, nwbVersion } = summary
  const size = fileSize === null ? '' : `${fileSizeText(fileSize)}, `
  return lines([
    ['file', `${location ?? fileName} (${size}NWB ${nwbVersion})`],
    ['type', summary.sessionType],
    ['start', summary.startTime],
    ['description', summary.description],
    ['institution', [summary.institution, summary.lab].filter(Boolean).join(', ')],
    ['experimenters', summary.experimenters.join(', ')],
    [
      'subject',
      [subject?.specimenName ?? subject?.id, subject?.species].filter(Boolean).join(', '),
    ],
    ['sex', subject?.sex],
    ['age', subject?.age],
    ['genotype', subject?.genotype],
    ['published', summary.published?.publishedAt],
  ])
}

/** What the file does not say is left out. */
function lines(entries: readonly (readonly [string, string | null | undefined])[]): string {
  const known = entries.flatMap(([name, text]) => (text ? [[name, printable(text)] as const] : []))
  const width = Math.max(...known.map(([name]) => name.length))
  return known.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n')
}

function probes({ probes }: SessionSummary): string {
  if (probes.length === 0) return '  none'
  return textTable(
    ['name', 'id', 'channels', 'units', 'sampling rate', 'LFP'],
    probes.map((probe) => [
      probe.name,
      probe.id,
      probe.channels,
      probe.units,
      probe.samplingRate === null ? '' : `${probe.samplingRate.toFixed(2)} Hz`,
      probe.hasLfpData === null ? '' : probe.hasLfpData ? 'recorded' : 'none',
    ]),
  )
}

function areas({ areas }: SessionSummary): string {
  if (areas.length === 0) return '  no channel has a brain area'
  return textTable(
    ['area', 'alias', 'channels', 'units', 'passing', 'name'],
    areas.map((area) => [
      area.acronym,
      area.alias ?? '',
      area.channels,
      area.units,
      area.passingUnits,
      area.name ?? '',
    ]),
  )
}

function units({ units }: SessionSummary): string {
  const excluded = units.filter.map(({ condition, value, excludedCount }) => [
    excludedCount,
    conditionTexts[condition](value),
  ])
  return [
    `  ${amount(units.stored, 'unit')} with ${amount(units.spikes, 'spike')} stored; ${units.passing} pass the quality filter (the AllenSDK's).`,
    '  Excluded by each condition alone:',
    textTable(['units', 'that are'], excluded),
  ].join('\n')
}

function analysisMetrics({ units, names }: NonNullable<SessionSummary['analysisMetrics']>): string {
  return `  ${amount(names.length, 'metric')} of ${amount(units, 'unit')} in the tables of the AllenSDK cache: ${names.join(', ')}`
}

function stimuli({ stimuli }: SessionSummary): string {
  if (!stimuli) return '  cannot be read; see the warnings'
  if (stimuli.length === 0) return '  none'
  return textTable(
    ['presentations', 'conditions', 'stimulus'],
    stimuli.map(({ stimulusName, presentations, conditions }) => [
      presentations,
      conditions,
      stimulusName,
    ]),
  )
}

function timeSeries({ timeSeries }: SessionSummary): string {
  if (timeSeries.length === 0) return '  none'
  return textTable(
    ['samples', 'channels', 'unit', 'path'],
    timeSeries.map(({ path, unit, sampleCount, channelCount }) => [
      sampleCount,
      channelCount,
      unit ?? '',
      path,
    ]),
  )
}

function warnings({ warnings }: SessionSummary): string {
  if (warnings.length === 0) return '  none'
  return warnings.map(({ code, message }) => `  ${code}: ${printable(message)}`).join('\n')
}

function epochs({ epochs }: SessionSummary): string {
  if (epochs.length === 0) return '  none'
  return textTable(
    ['index', 'start (s)', 'stop (s)', 'duration (s)', 'block', 'stimulus'],
    epochs.map(({ index, stimulusName, block, startTime, stopTime }) => [
      index,
      seconds(startTime),
      seconds(stopTime),
      seconds(stopTime - startTime),
      block ?? '-',
      stimulusName,
    ]),
  )
}

function invalidTimes({ invalidTimes }: SessionSummary): string {
  if (invalidTimes.length === 0) return '  none'
  return textTable(
    ['start (s)', 'stop (s)', 'tags'],
    invalidTimes.map(({ startTime, stopTime, tags }) => [
      seconds(startTime),
      seconds(stopTime),
      tags.join(', '),
    ]),
  )
}
