import type { DatasetQuestion } from '../../domain/counting/dataset.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { unitFilter } from '../options.ts'
import { CommandError } from '../terminal/command-error.ts'
import type { ExportOptions } from './export-options.ts'

/**
 * What the options of `spikeql export` ask of a session.
 *
 * @throws CommandError for half a window, or one beside epochs
 */
export function datasetQuestion(options: ExportOptions): DatasetQuestion {
  const { given, areas, missingAreas, before, after, binSize } = options
  return {
    areas: given.has('areas') ? areas : null,
    missingAreas,
    units: unitFilter(options),
    epochs: {
      stimulusNames: options.stimuli ?? null,
      // Who names a stimulus wants it, also where it would be left out by default.
      excludeStimulusNames: options.excludeStimuli.filter(
        (name) => !options.stimuli?.includes(name),
      ),
    },
    window: { before, after: after === 'end' ? null : after, binSize },
    span: askedSpan(options),
  }
}

const ofEpochs = ['stimuli', 'excludeStimuli', 'before', 'after']

function askedSpan({ given, start, stop }: ExportOptions): TimeSpan | null {
  if (start === undefined && stop === undefined) return null
  if (start === undefined || stop === undefined) {
    throw new CommandError('A window needs both ends: --start and --stop, in seconds.')
  }
  if (ofEpochs.some((name) => given.has(name))) {
    throw new CommandError(
      'Give either a window, --start and --stop, or epochs, with --stimuli, --exclude-stimuli, --before and --after; not both.',
    )
  }
  return { startTime: start, stopTime: stop }
}
