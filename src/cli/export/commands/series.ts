import type { Command } from 'commander'
import type { ExportKind } from '../../../exports/export-kind.ts'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import { allSamples, type SeriesRequest } from '../../../request/series.ts'
import { addExportKind } from '../export-command.ts'
import { addSpanOptions, type SpanOptions, selectedSpan } from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

const columnSeries = () => import('../../../exports/series/column-series.ts')
const matrixSeries = () => import('../../../exports/series/matrix-series.ts')

/** The time series of the session's own file. */
export function addSeriesCommands(parent: Command): void {
  const add = (name: string, what: string, load: () => Promise<ExportKind<SeriesRequest>>) =>
    addExportKind<SpanOptions>(parent, {
      name,
      summary: what,
      description: `Write ${what}, one row per sample in order of time.`,
      formats: tableFormats,
      fileName: `session_<id>_${name.replaceAll('-', '_')}`,
      addOptions: (command) => addSpanOptions(command),
      request: async (options, format) =>
        (await load()).request({ ...allSamples, span: selectedSpan(options) }, format),
      examples: [`715093703 --start 100 --stop 200 --out ${name}.csv`],
    })
  add('running-speed', 'the running speed', async () => (await columnSeries()).runningSpeedExport)
  add(
    'raw-running',
    'the signals of the running wheel',
    async () => (await columnSeries()).rawRunningExport,
  )
  add(
    'eye-tracking',
    'the ellipses of eye, pupil and corneal reflection',
    async () => (await columnSeries()).eyeTrackingExport,
  )
  add('raw-gaze', 'the gaze on the screen', async () => (await columnSeries()).rawGazeExport)
  add(
    'filtered-gaze',
    'the gaze on the screen, without frames in which the fits were poor',
    async () => (await columnSeries()).filteredGazeExport,
  )
}

const seriesFormats = usualFirst('csv', arrayFormats)

interface ProbeOptions extends SpanOptions {
  readonly probe: string
}

/** Recordings of a probe, from a file of its own. */
export function addProbeSeriesCommands(parent: Command): void {
  const add = (
    name: string,
    what: string,
    fileName: string,
    load: () => Promise<ExportKind<SeriesRequest>>,
  ) =>
    addExportKind<ProbeOptions>(parent, {
      name,
      summary: `${what} of a probe`,
      description: `Write the ${what} of a probe: a row per sample and a column per channel, or an array.`,
      formats: seriesFormats,
      fileName: `session_<id>_${fileName}`,
      addOptions: (command) =>
        addSpanOptions(command.requiredOption('--probe <name>', 'the probe, by name or id')),
      request: async ({ probe, ...options }, format) =>
        (await load()).request({ ...allSamples, probe, span: selectedSpan(options) }, format),
      examples: [`715093703 --probe probeA --start 0.5 --stop 10 --out ${name}.parquet`],
    })
  add('lfp', 'local field potential', 'lfp', async () => (await matrixSeries()).lfpExport)
  add(
    'csd',
    'current source density',
    'current_source_density',
    async () => (await matrixSeries()).currentSourceDensityExport,
  )
}

interface StoredSeriesOptions extends SpanOptions {
  readonly series: string
}

/** `spikeql export time-series`: any TimeSeries of the file. */
export function addTimeSeriesCommand(parent: Command): Command {
  return addExportKind<StoredSeriesOptions>(parent, {
    name: 'time-series',
    summary: 'any TimeSeries of the file, by its path',
    description:
      'Write any TimeSeries of the file: a row per sample and a column per channel, or an array.',
    formats: seriesFormats,
    fileName: 'session_<id>_time_series',
    addOptions: (command) =>
      addSpanOptions(
        command.requiredOption('--series <path>', 'its path, such as /acquisition/lick_times'),
      ),
    request: async ({ series, ...options }, format) => {
      const { timeSeriesExport } = await matrixSeries()
      const request = { ...allSamples, path: series, span: selectedSpan(options) }
      return timeSeriesExport.request(request, format)
    },
    examples: ['715093703 --series /acquisition/lick_times --out licks.csv'],
  })
}
