import type { GraphQLResolveInfo } from 'graphql'
import { rowsOfPresentations } from '../../domain/stimuli/presentations.ts'
import type { GraphQLContext } from '../context.ts'
import { cutPage, type PageArguments, toConnection } from '../fields/lists/connection.ts'
import { fieldsBelow, selectsBelow } from '../fields/lists/fields-below.ts'
import type { SessionModel, StimulusConditionModel, StimulusPresentationModel } from '../models.ts'

/** Fields of a presentation that need its parameters. */
const parameterFields: ReadonlySet<string> = new Set([
  'orientation',
  'temporalFrequency',
  'spatialFrequency',
  'phase',
  'contrast',
  'size',
  'xPosition',
  'yPosition',
  'color',
  'frame',
  'direction',
  'speed',
  'coherence',
  'detailedParameters',
  'parameters',
])

/**
 * A session has some 70,000; so many take graphql-js 15 ms, during which it answers nothing else.
 */
const MAX_PRESENTATIONS_A_PAGE = 1000

/** A page of presentations. */
export async function presentationsPage(
  session: SessionModel,
  ids: Int32Array,
  page: PageArguments,
  { loaders, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
) {
  const [tables, list] = await Promise.all([
    loaders.tables(session),
    loaders.load(session, 'presentations'),
  ])
  const cut = cutPage(ids, String, page, MAX_PRESENTATIONS_A_PAGE)
  budget.chargeList(cut.entries.length, fieldsBelow(info))
  const rows = rowsOfPresentations(list, Int32Array.from(cut.entries))
  // Known before the page is written: a promise for each field of each entry would
  // take several times as long.
  const selectsParameters = selectsBelow(info, parameterFields)
  const parameters = selectsParameters
    ? await loaders.read(session, 'presentationParameters', rows)
    : null
  const sharedPage = { rows, parameters }
  const positionOf = new Map(cut.entries.map((id, position) => [id, position]))
  return toConnection(cut, (id) => ({
    session,
    tables,
    list,
    id,
    page: sharedPage,
    position: positionOf.get(id) as number,
  }))
}

/** One presentation, by its position in the list. */
export async function presentationAlone(
  session: SessionModel,
  id: number,
  { loaders }: GraphQLContext,
): Promise<StimulusPresentationModel> {
  const tables = await loaders.tables(session)
  const list = await loaders.load(session, 'presentations')
  return {
    session,
    tables,
    list,
    id,
    page: { rows: rowsOfPresentations(list, Int32Array.of(id)), parameters: null },
    position: 0,
  }
}

/** Conditions by their ids. */
export async function conditionList(
  session: SessionModel,
  ids: readonly number[],
  { loaders, budget }: GraphQLContext,
  info: GraphQLResolveInfo,
): Promise<StimulusConditionModel[]> {
  const [tables, list, conditions] = await Promise.all([
    loaders.tables(session),
    loaders.load(session, 'presentations'),
    loaders.load(session, 'stimulusConditions'),
  ])
  budget.chargeList(ids.length, fieldsBelow(info))
  return ids.map((id) => ({ session, tables, list, conditions, id }))
}
