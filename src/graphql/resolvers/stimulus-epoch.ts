import { epochBins } from '../../domain/epoch-window.ts'
import { finiteOrNull, integerOrNull } from '../columns.ts'
import type { StimulusEpochResolvers } from '../generated.ts'
import { matricesByArea } from '../matrices.ts'

export const StimulusEpoch: StimulusEpochResolvers = {
  index: ({ epoch }) => epoch.index,
  stimulusName: ({ epoch }) => epoch.stimulusName,
  block: ({ epoch }) => integerOrNull(epoch.block),
  startTime: ({ epoch }) => epoch.startTime,
  stopTime: ({ epoch }) => finiteOrNull(epoch.stopTime),
  duration: ({ epoch }) => finiteOrNull(epoch.stopTime - epoch.startTime),

  binnedActivity(model, { before, after, binSize, areas, units }, context, info) {
    const bins = epochBins(model.epoch, { before, after: after ?? null, binSize })
    return matricesByArea(
      { session: model.session, epoch: model, bins, areas, units },
      context,
      info,
    )
  },
}
