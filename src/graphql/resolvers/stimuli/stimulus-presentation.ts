import { codedValue } from '../../../domain/stimuli/coded-column.ts'
import type { ParameterRows } from '../../../domain/stimuli/stimulus-parameters.ts'
import { touchingInvalidTimes } from '../../../domain/time/coverage.ts'
import type { GraphQLContext } from '../../context.ts'
import { finiteOrNull, numberAt, wholeAt } from '../../fields/columns.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { globalId } from '../../fields/lists/global-ids.ts'
import type { StimulusPresentationResolvers } from '../../generated.ts'
import type { ParameterRowModel, StimulusPresentationModel } from '../../models.ts'

import { stimulusParameterFields } from './stimulus-parameters.ts'

const NO_PARAMETERS: ParameterRowModel = { table: { count: 0, columns: [] }, row: -1 }

const isMasked = ({ list, id }: StimulusPresentationModel) => list.masked[id] === 1

const invalidTimesOf = ({ list, tables, id }: StimulusPresentationModel) =>
  touchingInvalidTimes(list.startTimes[id], list.stopTimes[id], tables.invalidTimes)

function findParameters(presentation: StimulusPresentationModel, { loaders }: GraphQLContext) {
  if (isMasked(presentation)) return NO_PARAMETERS
  const { session, page, position } = presentation
  const rowOf = ({ table, first }: ParameterRows) => ({ table, row: first + position })
  if (page.parameters) return rowOf(page.parameters)
  return loaders.read(session, 'presentationParameters', page.rows).then(rowOf)
}

export const StimulusPresentation: StimulusPresentationResolvers = {
  ...stimulusParameterFields(findParameters),

  id: ({ session, id }) => globalId('StimulusPresentation', session, id),
  presentationId: ({ id }) => String(id),
  stimulusName: ({ list, id }) => codedValue(list.stimulusNames, id) ?? '',
  startTime: ({ list, id }) => list.startTimes[id],
  stopTime: ({ list, id }) => numberAt(list.stopTimes, id),
  block: ({ list, id }) => wholeAt(list.blocks, id),

  duration(presentation) {
    const { list, id } = presentation
    if (isMasked(presentation)) return null
    return finiteOrNull(list.stopTimes[id] - list.startTimes[id])
  },

  epoch({ session, tables, list, id }) {
    const epoch = tables.epochs[list.epochIndexes[id]]
    return { session, tables, epoch }
  },

  async condition(presentation, _args, { loaders }) {
    if (isMasked(presentation)) return null
    const { session, tables, list, id } = presentation
    const conditions = await loaders.load(session, 'stimulusConditions')
    const condition = conditions.ofPresentations[id]
    return { session, tables, list, conditions, id: condition }
  },

  touchesInvalidTime: (presentation) => invalidTimesOf(presentation).length > 0,

  invalidTimes(presentation, _args, { budget }, info) {
    const touching = invalidTimesOf(presentation)
    budget.chargeList(touching.length, fieldsBelow(info))
    return touching
  },
}
