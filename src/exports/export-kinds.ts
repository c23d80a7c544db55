import { activityGridExport } from './activity/activity-grid.ts'
import { activityStatisticsExport } from './activity/activity-statistics.ts'
import { alignedActivityExport } from './activity/aligned-activity.ts'
import { alignedSpikesExport, eventSpikesExport } from './activity/aligned-spikes.ts'
import { eventActivityExport } from './activity/event-activity.ts'
import { eventStatisticsExport } from './activity/event-statistics.ts'
import { firstSpikeStatistics } from './activity/first-spike-statistics.ts'
import { eventFirstSpikesExport, firstSpikesExport } from './activity/first-spikes.ts'
import { intervalActivityExport } from './activity/interval-activity.ts'
import { responsePeaks } from './activity/response-peaks.ts'
import { alignedSignalExport, binnedSignalExport, eventSignalExport } from './activity/signals.ts'
import { correlogramsExport, spikeTimeTilingExport } from './analyses/correlograms.ts'
import { isiHistogramExport } from './analyses/isi-histogram.ts'
import { jitterCorrelogramsExport } from './analyses/jitter-correlograms.ts'
import { slidingCountsExport, smoothedRatesExport } from './analyses/rates.ts'
import { receptiveFieldsExport, responseMetricsExport } from './analyses/responses.ts'
import { signalTuningExport } from './analyses/signal-tuning.ts'
import { spikeTrainsExport } from './analyses/spike-trains.ts'
import { binCorrelationsExport, responseCorrelationsExport } from './analyses/unit-correlations.ts'
import { binnedActivityExport } from './binned-activity.ts'
import { datasetExport } from './dataset/dataset-export.ts'
import type { ExportKind } from './export-kind.ts'
import { alignedLfpExport } from './lfp/aligned-lfp.ts'
import { lfpSpectrumExport } from './lfp/lfp-spectrum.ts'
import { lfpSourceDensityExport, lfpStatisticsExport } from './lfp/lfp-statistics.ts'
import { spikeTriggeredLfpExport } from './lfp/spike-triggered-lfp.ts'
import {
  eyeTrackingExport,
  filteredGazeExport,
  rawGazeExport,
  rawRunningExport,
  runningSpeedExport,
} from './series/column-series.ts'
import { currentSourceDensityExport, lfpExport, timeSeriesExport } from './series/matrix-series.ts'
import { meanWaveformExport } from './spikes/mean-waveform.ts'
import { spikeTimesExport } from './spikes/spike-times.ts'
import { intervalTableExport } from './tables/interval-table.ts'
import { optogeneticsExport } from './tables/optogenetics-table.ts'
import { presentationIntervalsExport } from './tables/presentation-intervals.ts'
import { presentationsExport } from './tables/presentation-table.ts'
import { unitsExport } from './tables/unit-table.ts'

/** Everything that has an address. To add a kind: see CONTRIBUTING.md. */
export const exportKinds: readonly Pick<ExportKind<never>, 'name' | 'formats' | 'read'>[] = [
  binnedActivityExport,
  datasetExport,
  alignedActivityExport,
  activityStatisticsExport,
  activityGridExport,
  runningSpeedExport,
  rawRunningExport,
  eyeTrackingExport,
  rawGazeExport,
  filteredGazeExport,
  lfpExport,
  currentSourceDensityExport,
  timeSeriesExport,
  unitsExport,
  presentationsExport,
  presentationIntervalsExport,
  optogeneticsExport,
  spikeTimesExport,
  correlogramsExport,
  spikeTimeTilingExport,
  responseCorrelationsExport,
  binCorrelationsExport,
  eventActivityExport,
  firstSpikesExport,
  eventFirstSpikesExport,
  firstSpikeStatistics.ofPresentations,
  firstSpikeStatistics.ofEvents,
  responsePeaks.ofPresentations,
  responsePeaks.ofEvents,
  jitterCorrelogramsExport,
  intervalActivityExport,
  smoothedRatesExport,
  slidingCountsExport,
  responseMetricsExport,
  receptiveFieldsExport,
  spikeTrainsExport,
  isiHistogramExport,
  alignedSignalExport,
  eventSignalExport,
  binnedSignalExport,
  signalTuningExport,
  intervalTableExport,
  alignedLfpExport,
  lfpStatisticsExport,
  lfpSourceDensityExport,
  spikeTriggeredLfpExport,
  lfpSpectrumExport,
  eventStatisticsExport,
  alignedSpikesExport,
  eventSpikesExport,
  meanWaveformExport,
]
