import { type DatasetRequest, planDataset } from '../../domain/counting/dataset.ts'
import { channelRows, structureIntervals } from '../../domain/session/structure-intervals.ts'
import { conditionsOfStimuli } from '../../domain/stimuli/conditions.ts'
import { findEpoch, selectEpochs, stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { parameterValues } from '../../domain/stimuli/parameter-values.ts'
import { findCondition, findPresentation } from '../../domain/stimuli/presentation-filter.ts'
import { presentationIntervals } from '../../domain/stimuli/presentation-intervals.ts'
import { findUnitColumn, unitColumns } from '../../domain/units/unit-columns.ts'
import { findUnit } from '../../domain/units/unit-filter.ts'
import { filterEffect } from '../../domain/units/unit-filter-effect.ts'
import { SessionNotAvailableError } from '../../errors.ts'
import { exportHref } from '../../exports/addressed-export.ts'
import { assertHasEpochs, datasetExport } from '../../exports/dataset/dataset-export.ts'
import { spikeTimesExport } from '../../exports/spikes/spike-times.ts'
import { presentationsExport } from '../../exports/tables/presentation-table.ts'
import { unitsExport } from '../../exports/tables/unit-table.ts'
import { alignActivity, selectPresentationIds } from '../../request/activity/aligned-activity.ts'
import { eventActivity } from '../../request/activity/event-activity.ts'
import { assertFewTimes } from '../../request/activity/event-source.ts'
import { intervalActivity } from '../../request/activity/interval-activity.ts'
import { openReceptiveFields, openResponseMetrics } from '../../request/analyses/responses.ts'
import { tuneToSignals } from '../../request/analyses/signal-tuning.ts'
import { findFileObject } from '../../request/file-objects.ts'
import { findIntervalTable } from '../../request/interval-tables.ts'
import { matricesByArea } from '../fields/activity/matrices.ts'
import { fileFormatOf } from '../fields/file-formats.ts'
import { fieldsBelow } from '../fields/lists/fields-below.ts'
import { rowsPage } from '../fields/lists/rows-page.ts'
import { responsesRequest } from '../fields/responses-request.ts'
import { openSessionSeries } from '../fields/signals/series.ts'
import { edgeRuleOf, toPresentationFilter } from '../fields/signals/signal-arguments.ts'
import { toTuningRequest } from '../fields/signals/signal-tuning.ts'
import { toOrders, toUnitFilter } from '../fields/units/unit-arguments.ts'
import type { SessionResolvers } from '../generated.ts'
import { filteredAreas, listedAreas } from '../selections/areas.ts'
import { toEventSource } from '../selections/event-source.ts'
import { conditionList, presentationAlone, presentationsPage } from '../selections/presentations.ts'
import { selectChannels } from '../selections/select-channels.ts'
import { sessionAnalyses } from './analyses/analysis-fields.ts'
import { INTERVAL_COLUMNS } from './stimuli/inter-presentation-intervals.ts'

const filterConditions = {
  validOnly: 'VALID_ONLY',
  inBrainOnly: 'IN_BRAIN_ONLY',
  amplitudeCutoffMax: 'AMPLITUDE_CUTOFF_MAX',
  presenceRatioMin: 'PRESENCE_RATIO_MIN',
  isiViolationsMax: 'ISI_VIOLATIONS_MAX',
  requireMetrics: 'REQUIRE_METRICS',
} as const

export const Session: SessionResolvers = {
  ...sessionAnalyses,
  sessionType: ({ metadata }) => metadata.sessionType,
  startTime: ({ metadata }) => metadata.startTime,
  description: ({ metadata }) => metadata.description,
  institution: ({ metadata }) => metadata.institution,
  lab: ({ metadata }) => metadata.lab,
  experimenters: ({ metadata }) => metadata.experimenters,
  nwbVersion: ({ metadata }) => metadata.nwbVersion,
  subject: ({ metadata: { subject } }) => subject && { ...subject, subjectId: subject.id },
  recordedAreas: ({ recordedAreas }) => recordedAreas?.map(({ acronym }) => acronym) ?? null,

  async warnings(session, _args, { loaders, budget }, info) {
    const warnings = await loaders.warnings(session)
    budget.chargeList(warnings.length, fieldsBelow(info))
    return warnings
  },

  async probes(session, _args, { loaders }) {
    const tables = await loaders.tables(session)
    const name = (row: number) => tables.probes[row].name
    return tables.probes
      .map((_, row) => ({ session, tables, row }))
      .sort((a, b) => (name(a.row) < name(b.row) ? -1 : Number(name(a.row) > name(b.row))))
  },

  async channels(session, { where, ...page }, context, info) {
    const tables = await context.loaders.tables(session)
    const rows = selectChannels(tables, where ?? null)
    return rowsPage({ session, tables }, 'channels', rows, page, context, info)
  },

  areas(session, { acronyms, units: filter }, context, info) {
    const isListed = session.unitCount !== null
    if (!isListed && !session.available) throw new SessionNotAvailableError(session.id)
    const units = toUnitFilter(filter)
    const toAreas = isListed && context.selections.isDefault(units) ? listedAreas : filteredAreas
    return toAreas(session, { acronyms: acronyms ?? null, units }, context, info)
  },

  async units(session, { where, orderBy, ...page }, context, info) {
    const tables = await context.loaders.tables(session)
    const { selections } = context
    const passing = selections.rows(tables, toUnitFilter(where))
    const rows = selections.sorted(tables, passing, toOrders(orderBy))
    return rowsPage({ session, tables }, 'units', rows, page, context, info)
  },

  async unitColumns(session, { names }, { loaders, budget }, info) {
    const tables = await loaders.tables(session)
    const columns = names?.map((name) => findUnitColumn(tables, name)) ?? unitColumns(tables)
    budget.chargeList(columns.length, fieldsBelow(info))
    return [...columns]
  },

  async unitFilterEffects(session, { where }, { loaders }) {
    const effects = filterEffect(await loaders.tables(session), toUnitFilter(where))
    return effects.map((effect) => ({ ...effect, condition: filterConditions[effect.condition] }))
  },

  async unit(session, { id }, { loaders }) {
    const tables = await loaders.tables(session)
    return { session, tables, row: findUnit(tables, id) }
  },

  async stimulusNames(session, _args, { loaders }) {
    return stimulusNames(knownEpochs(await loaders.tables(session)))
  },

  async stimulusEpochs(session, { where }, { loaders, budget }, info) {
    const tables = await loaders.tables(session)
    const epochs = selectEpochs(knownEpochs(tables), where ?? {})
    budget.chargeList(epochs.length, fieldsBelow(info))
    return epochs.map((epoch) => ({ session, tables, epoch }))
  },

  async stimulusEpoch(session, { index }, { loaders }) {
    const tables = await loaders.tables(session)
    return { session, tables, epoch: findEpoch(knownEpochs(tables), index) }
  },

  async stimulusPresentations(session, { where, ...page }, context, info) {
    const ids = await selectPresentationIds(session, toPresentationFilter(where ?? {}), context)
    return presentationsPage(session, ids, page, context, info)
  },

  async stimulusPresentation(session, { id }, context) {
    const list = await context.loaders.load(session, 'presentations')
    return presentationAlone(session, findPresentation(list, id), context)
  },

  async stimulusConditions(session, { stimulusNames: names }, context, info) {
    const conditions = await context.loaders.load(session, 'stimulusConditions')
    const ids = conditionsOfStimuli(conditions, names ?? null)
    return conditionList(session, ids, context, info)
  },

  async stimulusCondition(session, { id }, { loaders }) {
    const tables = await loaders.tables(session)
    const list = await loaders.load(session, 'presentations')
    const conditions = await loaders.load(session, 'stimulusConditions')
    return { session, tables, list, conditions, id: findCondition(conditions, id) }
  },

  async stimulusParameterValues(session, { where, detailed }, context) {
    const ids = await selectPresentationIds(session, toPresentationFilter(where ?? {}), context)
    const conditions = await context.loaders.load(session, 'stimulusConditions')
    const values = parameterValues(conditions, ids, detailed)
    for (const parameter of values) context.budget.chargeList(parameter.values.length)
    return values
  },

  async interPresentationIntervals(session, { stimulusNames: names }, context) {
    const stimulusNames = names ?? null
    const ids = await selectPresentationIds(session, { stimulusNames }, context)
    context.budget.chargeList(ids.length, INTERVAL_COLUMNS)
    const list = await context.loaders.load(session, 'presentations')
    return { session, stimulusNames, ...presentationIntervals(list, ids) }
  },

  async invalidTimes(session, _args, { loaders, budget }, info) {
    const { invalidTimes } = await loaders.tables(session)
    budget.chargeList(invalidTimes.length, fieldsBelow(info))
    return invalidTimes
  },

  async intervalTables(session, { names }, context, info) {
    const all = await context.loaders.load(session, 'intervalTables')
    const tables = names
      ? await Promise.all(names.map((name) => findIntervalTable(session, name, context)))
      : all
    context.budget.chargeList(tables.length, fieldsBelow(info))
    return tables.map((table) => ({ session, table }))
  },

  runningSpeed: (session, requested, context) =>
    openSessionSeries(session, 'runningSpeed', requested, context),
  rawRunning: (session, requested, context) =>
    openSessionSeries(session, 'rawRunning', requested, context),
  eyeTracking: (session, requested, context) =>
    openSessionSeries(session, 'eyeTracking', requested, context),

  async screenGaze(session, requested, context) {
    const [raw, filtered] = await Promise.all([
      openSessionSeries(session, 'rawGaze', requested, context),
      openSessionSeries(session, 'filteredGaze', requested, context),
    ])
    return raw || filtered ? { raw, filtered } : null
  },

  async timeSeries(session, { paths }, { loaders, budget }, info) {
    const stored = await loaders.load(session, 'storedSeries')
    const wanted = stored.filter(({ path }) => !paths || paths.includes(path))
    budget.chargeList(wanted.length, fieldsBelow(info))
    return wanted.map((series) => ({ ...series, session }))
  },

  async optogeneticStimulationEpochs(session, _args, { loaders, budget }, info) {
    const tables = await loaders.tables(session)
    budget.chargeList(tables.optogeneticEpochs?.length ?? 0, fieldsBelow(info))
    return tables.optogeneticEpochs?.map((_, row) => ({ session, tables, row })) ?? null
  },

  async fileObject(session, { path }, context) {
    await findFileObject(session, path, context)
    return { session, path }
  },

  rig: async (session, _args, { loaders }) => (await loaders.tables(session)).rig,

  async channelStructureIntervals(session, { channelIds }, { loaders, budget }, info) {
    const tables = await loaders.tables(session)
    const rows = channelRows(tables, channelIds ?? null)
    const intervals = structureIntervals(rows.map((row) => tables.channels.areas?.[row] ?? null))
    budget.chargeList(rows.length)
    budget.chargeList(intervals.length, fieldsBelow(info))
    return intervals.map(({ area, first, end }) => ({
      area,
      first,
      end,
      channelIds: rows.slice(first, end).map((row) => String(tables.channels.ids[row])),
    }))
  },

  recordedSpan: (session, _args, { loaders }) => loaders.recordedSpan(session),

  alignedActivity(session, { presentations, units, edgeRule, at, atFrom, ...bins }, context) {
    const request = {
      presentations: toPresentationFilter(presentations),
      units: toUnitFilter(units),
      bins: { ...bins, edgeRule: edgeRuleOf[edgeRule] },
      anchor: at == null ? null : { column: at, isOffset: atFrom === 'START' },
    }
    return alignActivity(session, request, context)
  },

  presentationActivity: (session, { presentations, units }, context) =>
    alignActivity(
      session,
      {
        presentations: toPresentationFilter(presentations),
        units: toUnitFilter(units),
        bins: null,
        anchor: null,
      },
      context,
    ),

  eventActivity(session, { events, where, units, edgeRule, ...bins }, context) {
    const request = {
      events: toEventSource(events),
      where,
      units: toUnitFilter(units),
      bins: { ...bins, edgeRule: edgeRuleOf[edgeRule] },
    }
    return eventActivity(session, request, context)
  },

  signalTuning: (session, wanted, context) =>
    tuneToSignals(session, toTuningRequest(wanted), context),

  async intervalActivity(session, { intervals, units }, context) {
    assertFewTimes('intervals', intervals.length)
    return intervalActivity(session, { intervals, units: toUnitFilter(units) }, context)
  },

  responseMetrics: (session, requested, context) =>
    openResponseMetrics(session, responsesRequest(requested), context),

  receptiveFields: (session, requested, context) =>
    openReceptiveFields(
      session,
      responsesRequest({ stimulus: 'RECEPTIVE_FIELD_MAPPING', ...requested }),
      context,
    ),

  binnedActivity(session, { start, stop, binSize, areas, units }, context, info) {
    const window = { start, stop, binSize }
    return matricesByArea({ session, epoch: null, window, areas, units }, context, info)
  },

  unitsHref: (session, { where, format }, { loaders }) =>
    exportHref(unitsExport, session, { units: toUnitFilter(where) }, fileFormatOf[format], loaders),

  stimulusPresentationsHref: (session, { where, format }, { loaders }) =>
    exportHref(
      presentationsExport,
      session,
      { presentations: toPresentationFilter(where) },
      fileFormatOf[format],
      loaders,
    ),

  spikeTimesHref(session, { units, start, stop, format }, { loaders }) {
    const request = {
      units: toUnitFilter(units),
      span: { startTime: start ?? -Infinity, stopTime: stop ?? Infinity },
    }
    return exportHref(spikeTimesExport, session, request, fileFormatOf[format], loaders)
  },

  async dataset(session, { areas, epochs, units, before, after, binSize }, { loaders }) {
    const tables = await loaders.tables(session)
    const request: DatasetRequest = {
      areas: areas ?? null,
      missingAreas: 'empty',
      epochs,
      units: toUnitFilter(units),
      window: { before, after: after ?? null, binSize },
      span: null,
    }
    const canonical = datasetExport.canonical(request, tables)
    const plan = planDataset(tables, canonical)
    assertHasEpochs(tables, plan)
    return { session, tables, request: canonical, plan }
  },
}
