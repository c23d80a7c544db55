import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
} from 'graphql'
import { packageRoot } from '../package-root.ts'
import type { Resolvers } from './generated.ts'
import { ActivityGrid } from './resolvers/activity/activity-grid.ts'
import { ActivityGroup } from './resolvers/activity/activity-group.ts'
import { AlignedActivity, AlignedSpikes } from './resolvers/activity/aligned-activity.ts'
import { BinnedActivity } from './resolvers/activity/binned-activity.ts'
import { Dataset } from './resolvers/activity/dataset.ts'
import { EventActivity, EventGroup, EventSpikes } from './resolvers/activity/event-activity.ts'
import { FirstSpikes } from './resolvers/activity/first-spikes.ts'
import { FirstSpikeStatistics, ResponsePeaks } from './resolvers/activity/group-columns.ts'
import { IntervalActivity } from './resolvers/activity/interval-activity.ts'
import { analysisResolvers } from './resolvers/analyses/analysis-resolvers.ts'
import {
  AlignedLfp,
  EventLfp,
  LfpAverage,
  LfpGroup,
  LfpSpectrum,
  SpikeTriggeredLfp,
} from './resolvers/analyses/lfp-analyses.ts'
import { ReceptiveFields } from './resolvers/analyses/receptive-fields.ts'
import { ResponseMetrics } from './resolvers/analyses/response-metrics.ts'
import { SignalTuning } from './resolvers/analyses/signal-tuning.ts'
import {
  EllipseFits,
  EyeTracking,
  GazeMapping,
  OptogeneticEpoch,
  RawRunning,
  RunningSpeed,
} from './resolvers/behaviour.ts'
import { FileAttribute, FileDataset, FileMember, FileObject } from './resolvers/file-objects.ts'
import { IntervalColumn, IntervalRow, IntervalTable } from './resolvers/interval-tables.ts'
import { Query } from './resolvers/query.ts'
import { Session } from './resolvers/session.ts'
import { AlignedSignal, BinnedSignal } from './resolvers/signals.ts'
import { DetailedStimulusParameters } from './resolvers/stimuli/detailed-stimulus-parameters.ts'
import { InterPresentationIntervals } from './resolvers/stimuli/inter-presentation-intervals.ts'
import { StimulusCondition } from './resolvers/stimuli/stimulus-condition.ts'
import { StimulusEpoch } from './resolvers/stimuli/stimulus-epoch.ts'
import { StimulusPresentation } from './resolvers/stimuli/stimulus-presentation.ts'
import {
  CurrentSourceDensity,
  LocalFieldPotential,
  TimeSeries,
  TimeSeriesSamples,
} from './resolvers/time-series.ts'
import { AnalysisMetrics } from './resolvers/units/analysis-metrics.ts'
import { Area } from './resolvers/units/area.ts'
import { Channel } from './resolvers/units/channel.ts'
import { MeanWaveform } from './resolvers/units/mean-waveform.ts'
import { Probe } from './resolvers/units/probe.ts'
import { Unit, WaveformMetrics } from './resolvers/units/unit.ts'
import { UnitColumn } from './resolvers/units/unit-column.ts'
import { scalars } from './scalars.ts'
import { extendedBy, type SchemaExtension } from './schema-extension.ts'

/** schema.graphql as it is written. */
export const schemaText = readFileSync(new URL('schema.graphql', packageRoot), 'utf8')

const resolvers: Resolvers = {
  ...analysisResolvers,
  TimeSeries,
  TimeSeriesSamples,
  AnalysisMetrics,
  ActivityGrid,
  ActivityGroup,
  AlignedActivity,
  AlignedSignal,
  AlignedSpikes,
  Area,
  BinnedActivity,
  BinnedSignal,
  Channel,
  CurrentSourceDensity,
  Dataset,
  EllipseFits,
  EventActivity,
  EventGroup,
  EventSpikes,
  EyeTracking,
  FileAttribute,
  FileDataset,
  FileMember,
  FileObject,
  FirstSpikes,
  FirstSpikeStatistics,
  GazeMapping,
  IntervalActivity,
  IntervalColumn,
  UnitColumn,
  IntervalRow,
  IntervalTable,
  AlignedLfp,
  EventLfp,
  LfpAverage,
  LfpGroup,
  LfpSpectrum,
  SpikeTriggeredLfp,
  LocalFieldPotential,
  OptogeneticEpoch,
  RawRunning,
  RunningSpeed,
  MeanWaveform,
  DetailedStimulusParameters,
  Probe,
  Query,
  ReceptiveFields,
  ResponsePeaks,
  InterPresentationIntervals,
  ResponseMetrics,
  Session,
  SignalTuning,
  StimulusCondition,
  StimulusEpoch,
  StimulusPresentation,
  Unit,
  WaveformMetrics,
}

/** schema.graphql with what others add to it, made executable. */
export function createSchema(extensions: readonly SchemaExtension[] = []): GraphQLSchema {
  // A test holds that it is valid: to check its text takes a fifth of the time, the schema made of
  // it a tenth, and places in it a fifth.
  const schema = buildSchema(schemaText, {
    assumeValidSDL: true,
    assumeValid: true,
    noLocation: true,
  })
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolve] of Object.entries(fields)) {
      attachResolver(schema, typeName, fieldName, resolve as GraphQLFieldResolver<unknown, unknown>)
    }
  }
  for (const [name, functions] of Object.entries(scalars)) {
    const type = schema.getType(name)
    if (!isScalarType(type)) throw new Error(`schema.graphql has no scalar ${name}`)
    Object.assign(type, functions)
  }
  return extensions.reduce(extendedBy, schema)
}

function attachResolver(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
  resolve: GraphQLFieldResolver<unknown, unknown>,
): void {
  const type = schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
  if (!field) throw new Error(`schema.graphql has no field ${typeName}.${fieldName}`)
  field.resolve = resolve
}
