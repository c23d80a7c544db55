import { mapAtMost } from '../../../domain/numeric/map-at-most.ts'
import {
  decodeGlobalId,
  type GlobalId,
  type IdentifiedType,
} from '../../../domain/session/global-id.ts'
import { knownEpochs } from '../../../domain/stimuli/known-epochs.ts'
import { positionOfId } from '../../../domain/stimuli/presentation-filter.ts'
import { InvalidArgumentError, SessionNotFoundError } from '../../../errors.ts'
import { sessionWith } from '../../../sessions/listed-session.ts'
import type { CatalogSession } from '../../../sessions/session-catalog.ts'
import type { GraphQLContext } from '../../context.ts'
import type { NodeModel } from '../../models.ts'
import { presentationAlone } from '../../selections/presentations.ts'
import { channelIds, optogeneticEpochIds, probeIds, unitIds } from './global-ids.ts'

/** As many as a client's cache refetches at once. */
const MAX_NODES = 1000

/** Enough for every reader thread; more sessions at once would overflow their queue. */
const LOOKED_FOR_AT_ONCE = 8

/** The object with a global id; null where there is none. */
export async function findNode(id: string, context: GraphQLContext): Promise<NodeModel | null> {
  const globalId = decodeGlobalId(id)
  const session = await findSession(globalId?.sessionId ?? id, context)
  if (!session) return null
  if (!globalId) return Object.assign(sessionWith(session, {}), { __typename: 'Session' as const })
  const found = await finders[globalId.type](session, globalId, context)
  return found && ({ ...found, __typename: globalId.type } as NodeModel)
}

/**
 * The objects with these ids, in the order requested: null where there is none, an
 * error where one cannot be read.
 *
 * @throws InvalidArgumentError
 */
export async function findNodes(
  ids: readonly string[],
  context: GraphQLContext,
): Promise<(NodeModel | null)[]> {
  if (ids.length > MAX_NODES) {
    throw new InvalidArgumentError(
      `ids has ${ids.length} entries; at most ${MAX_NODES} are allowed. Request the others separately.`,
    )
  }
  const found = await mapAtMost(LOOKED_FOR_AT_ONCE, ids, (id) =>
    // An error as an entry is that entry's alone.
    findNode(id, context).catch((error: unknown) => error as NodeModel),
  )
  return found
}

async function findSession(id: string, { loaders }: GraphQLContext) {
  try {
    return await loaders.session(id)
  } catch (error) {
    if (error instanceof SessionNotFoundError) return null
    throw error
  }
}

type Finder = (
  session: CatalogSession,
  id: GlobalId,
  context: GraphQLContext,
) => Promise<object | null>

const rowFinder =
  (ids: typeof unitIds): Finder =>
  async (session, { localId, occurrence }, { loaders }) => {
    const tables = await loaders.tables(session)
    const row = ids.rowOf(tables, localId, occurrence)
    return row < 0 ? null : { session, tables, row }
  }

const finders: Readonly<Record<IdentifiedType, Finder>> = {
  Unit: rowFinder(unitIds),
  Channel: rowFinder(channelIds),
  Probe: rowFinder(probeIds),
  OptogeneticEpoch: rowFinder(optogeneticEpochIds),

  async StimulusEpoch(session, { localId }, { loaders }) {
    const tables = await loaders.tables(session)
    const epochs = knownEpochs(tables)
    const epoch = epochs[positionOfId(localId, epochs.length)]
    return epoch ? { session, tables, epoch } : null
  },

  async StimulusPresentation(session, { localId }, context) {
    const list = await context.loaders.load(session, 'presentations')
    const id = positionOfId(localId, list.count)
    return id < 0 ? null : presentationAlone(session, id, context)
  },

  async StimulusCondition(session, { localId }, { loaders }) {
    const conditions = await loaders.load(session, 'stimulusConditions')
    const id = positionOfId(localId, conditions.count)
    if (id < 0) return null
    const tables = await loaders.tables(session)
    const list = await loaders.load(session, 'presentations')
    return { session, tables, list, conditions, id }
  },

  async TimeSeries(session, { localId }, { loaders }) {
    const series = (await loaders.load(session, 'storedSeries')).find(
      ({ path }) => path === localId,
    )
    return series ? { ...series, session } : null
  },
}
