import { resolveArea, sessionAreas } from '../../domain/areas.ts'
import { cutIntoBins } from '../../domain/bins.ts'
import { findEpoch, selectEpochs, stimulusNames } from '../../domain/epochs.ts'
import { findUnit } from '../../domain/unit-filter.ts'
import { fieldsBelow } from '../fields-below.ts'
import type { SessionResolvers } from '../generated.ts'
import { matricesByArea } from '../matrices.ts'
import { rowsPage } from '../rows-page.ts'
import { selectChannels } from '../select-channels.ts'

export const Session: SessionResolvers = {
  sessionType: ({ metadata }) => metadata.sessionType,
  startTime: ({ metadata }) => metadata.startTime,
  description: ({ metadata }) => metadata.description,
  institution: ({ metadata }) => metadata.institution,
  lab: ({ metadata }) => metadata.lab,
  experimenters: ({ metadata }) => metadata.experimenters,
  nwbVersion: ({ metadata }) => metadata.nwbVersion,
  fileSize: ({ available, fileSize }) => (available ? fileSize : null),
  subject: ({ metadata }) => metadata.subject,
  recordedAreas: ({ recordedAreas }) => recordedAreas.map(({ acronym }) => acronym),

  async probes(session, _args, { loaders }) {
    const tables = await loaders.tables(session)
    const name = (row: number) => tables.probes[row]?.name ?? ''
    return tables.probes
      .map((_, row) => ({ session, tables, row }))
      .sort((a, b) => (name(a.row) < name(b.row) ? -1 : Number(name(a.row) > name(b.row))))
  },

  async channels(session, { where, ...page }, context, info) {
    const tables = await context.loaders.tables(session)
    const rows = selectChannels(tables, where ?? null)
    return rowsPage({ session, tables }, 'channels', rows, page, context, info)
  },

  async areas(session, { acronyms, units }, { loaders, selections, budget }, info) {
    const tables = await loaders.tables(session)
    const known = sessionAreas(tables)
    budget.chargeList(acronyms?.length ?? known.length, fieldsBelow(info))
    const wanted = acronyms?.map((area) => resolveArea(area, known)) ?? known
    return wanted.map((acronym) => {
      const unitRows = selections.rowsInArea(tables, units, acronym)
      return { session, tables, acronym, unitRows }
    })
  },

  async units(session, { where, orderBy, ...page }, context, info) {
    const tables = await context.loaders.tables(session)
    const { selections } = context
    const rows = selections.sorted(tables, selections.rows(tables, where), orderBy)
    return rowsPage({ session, tables }, 'units', rows, page, context, info)
  },

  async unit(session, { id }, { loaders }) {
    const tables = await loaders.tables(session)
    return { session, tables, row: findUnit(tables, id) }
  },

  async stimulusNames(session, _args, { loaders }) {
    const { epochs } = await loaders.tables(session)
    return stimulusNames(epochs)
  },

  async stimulusEpochs(session, { where }, { loaders, budget }, info) {
    const tables = await loaders.tables(session)
    const epochs = selectEpochs(tables.epochs, where ?? {})
    budget.chargeList(epochs.length, fieldsBelow(info))
    return epochs.map((epoch) => ({ session, tables, epoch }))
  },

  async stimulusEpoch(session, { index }, { loaders }) {
    const tables = await loaders.tables(session)
    return { session, tables, epoch: findEpoch(tables.epochs, index) }
  },

  async invalidTimes(session, _args, { loaders, budget }, info) {
    const { invalidTimes } = await loaders.tables(session)
    budget.chargeList(invalidTimes.length, fieldsBelow(info))
    return invalidTimes
  },

  recordedSpan: (session, _args, { loaders }) => loaders.recordedSpan(session),

  binnedActivity(session, { start, stop, binSize, areas, units }, context, info) {
    const bins = cutIntoBins({ startTime: start, stopTime: stop }, binSize)
    return matricesByArea({ session, epoch: null, bins, areas, units }, context, info)
  },
}
