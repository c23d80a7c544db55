import { distinctNumbers, presentationsOfEpoch } from '../../../domain/stimuli/stimulus-groups.ts'
import { touchingInvalidTimes } from '../../../domain/time/coverage.ts'
import { selectPresentationIds } from '../../../request/activity/aligned-activity.ts'
import { matricesByArea } from '../../fields/activity/matrices.ts'
import { finiteOrNull, wholeOrNull } from '../../fields/columns.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { globalId } from '../../fields/lists/global-ids.ts'
import { toPresentationFilter } from '../../fields/signals/signal-arguments.ts'
import type { StimulusEpochResolvers } from '../../generated.ts'
import type { StimulusEpochModel } from '../../models.ts'
import { conditionList, presentationsPage } from '../../selections/presentations.ts'

const invalidTimesOf = ({ epoch, tables }: StimulusEpochModel) =>
  touchingInvalidTimes(epoch.startTime, epoch.stopTime, tables.invalidTimes)

export const StimulusEpoch: StimulusEpochResolvers = {
  id: ({ session, epoch }) => globalId('StimulusEpoch', session, epoch.index),
  index: ({ epoch }) => epoch.index,
  stimulusName: ({ epoch }) => epoch.stimulusName,
  block: ({ epoch }) => wholeOrNull(epoch.block),
  startTime: ({ epoch }) => epoch.startTime,
  stopTime: ({ epoch }) => finiteOrNull(epoch.stopTime),
  duration: ({ epoch }) => finiteOrNull(epoch.stopTime - epoch.startTime),

  async presentationCount({ session, epoch }, _args, { loaders }) {
    return presentationsOfEpoch(await loaders.load(session, 'presentations'), epoch.index).length
  },

  async presentations({ session, epoch }, { where, ...page }, context, info) {
    const list = await context.loaders.load(session, 'presentations')
    const among = presentationsOfEpoch(list, epoch.index)
    const ids = await selectPresentationIds(
      session,
      toPresentationFilter(where ?? {}),
      context,
      among,
    )
    return presentationsPage(session, ids, page, context, info)
  },

  async conditions({ session, epoch }, _args, context, info) {
    const list = await context.loaders.load(session, 'presentations')
    const { ofPresentations } = await context.loaders.load(session, 'stimulusConditions')
    const among = presentationsOfEpoch(list, epoch.index)
    const ids = distinctNumbers(among.map((id) => ofPresentations[id]))
    return conditionList(session, ids, context, info)
  },

  touchesInvalidTime: (model) => invalidTimesOf(model).length > 0,

  invalidTimes(model, _args, { budget }, info) {
    const touching = invalidTimesOf(model)
    budget.chargeList(touching.length, fieldsBelow(info))
    return touching
  },

  binnedActivity(model, { before, after, binSize, areas, units }, context, info) {
    const window = { epochIndex: model.epoch.index, before, after: after ?? null, binSize }
    return matricesByArea(
      { session: model.session, epoch: model, window, areas, units },
      context,
      info,
    )
  },
}
