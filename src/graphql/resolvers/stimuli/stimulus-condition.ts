import type { StimulusConditions } from '../../../domain/stimuli/conditions.ts'
import {
  distinctNumbers,
  presentationsByCondition,
} from '../../../domain/stimuli/stimulus-groups.ts'
import { selectPresentationIds } from '../../../request/activity/aligned-activity.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { globalId } from '../../fields/lists/global-ids.ts'
import { toPresentationFilter } from '../../fields/signals/signal-arguments.ts'
import type { StimulusConditionResolvers } from '../../generated.ts'
import type { StimulusConditionModel } from '../../models.ts'
import { presentationsPage } from '../../selections/presentations.ts'
import { stimulusParameterFields } from './stimulus-parameters.ts'

const groups = new WeakMap<StimulusConditions, Int32Array[]>()

/** Ids of its presentations. All conditions are grouped at once, the first time. */
function presentationIds({ conditions, id }: StimulusConditionModel): Int32Array {
  const known = groups.get(conditions) ?? presentationsByCondition(conditions)
  groups.set(conditions, known)
  return known[id]
}

export const StimulusCondition: StimulusConditionResolvers = {
  ...stimulusParameterFields(({ conditions, id }: StimulusConditionModel) => ({
    table: conditions.parameters,
    row: id,
  })),

  id: ({ session, id }) => globalId('StimulusCondition', session, id),
  conditionId: ({ id }) => String(id),
  stimulusName: ({ conditions, id }) => conditions.stimulusNames[id],
  presentationCount: ({ conditions, id }) => conditions.presentationCounts[id],

  async presentations(condition, { where, ...page }, context, info) {
    const among = presentationIds(condition)
    const ids = await selectPresentationIds(
      condition.session,
      toPresentationFilter(where ?? {}),
      context,
      among,
    )
    return presentationsPage(condition.session, ids, page, context, info)
  },

  epochs(condition, _args, { budget }, info) {
    const { session, tables, list } = condition
    const indexes = distinctNumbers(presentationIds(condition).map((id) => list.epochIndexes[id]))
    budget.chargeList(indexes.length, fieldsBelow(info))
    return indexes.map((index) => ({
      session,
      tables,
      epoch: tables.epochs[index],
    }))
  },
}
