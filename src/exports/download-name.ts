import type { EpochWindow } from '../domain/counting/epoch-window.ts'
import type { MatrixLabels } from '../formats/matrices/labelled-matrix.ts'

// Names of files, without their endings, that say what is in them.

export function matrixDownloadName(labels: Omit<MatrixLabels, 'fileVersion'>): string {
  const { sessionId, area, epoch, start, stop, binSize } = labels
  const window = epoch ? `epoch_${epoch.index}_${epoch.stimulusName}` : `${start}-${stop}s`
  return fileName(`session_${sessionId}_${area ?? 'all'}_${window}_${milliseconds(binSize)}ms`)
}

export function datasetDownloadName(sessionId: string, { binSize }: EpochWindow): string {
  return fileName(`session_${sessionId}_${milliseconds(binSize)}ms`)
}

/** @param kind such as `aligned-activity` */
export function downloadName(sessionId: string, kind: string): string {
  return fileName(`session_${sessionId}_${kind.replaceAll('-', '_')}`)
}

/** A width of bins, in the few digits that a name needs. */
const milliseconds = (seconds: number) => Number((1000 * seconds).toPrecision(6))

/** An id, or the name of a stimulus, may hold anything; a file's name may not. */
const fileName = (name: string) => name.replaceAll(/[^\w.-]/g, '_').slice(0, 150)
