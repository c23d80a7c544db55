import { binnedActivityExport } from './binned-activity.ts'
import { datasetExport } from './dataset/dataset-export.ts'
import type { ExportKind } from './export-kind.ts'
import {
  eyeTrackingExport,
  filteredGazeExport,
  rawGazeExport,
  rawRunningExport,
  runningSpeedExport,
} from './series/column-series.ts'
import { currentSourceDensityExport, lfpExport, timeSeriesExport } from './series/matrix-series.ts'

/** Everything that has an address. To add a kind: see CONTRIBUTING.md. */
export const exportKinds: readonly Pick<ExportKind<never>, 'name' | 'formats' | 'read'>[] = [
  binnedActivityExport,
  datasetExport,
  runningSpeedExport,
  rawRunningExport,
  eyeTrackingExport,
  rawGazeExport,
  filteredGazeExport,
  lfpExport,
  currentSourceDensityExport,
  timeSeriesExport,
]
