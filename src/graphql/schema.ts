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
import { ActivityGrid } from './resolvers/activity-grid.ts'
import { ActivityGroup } from './resolvers/activity-group.ts'
import { AlignedActivity, AlignedSpikes } from './resolvers/aligned-activity.ts'
import { AnalysisMetrics } from './resolvers/analysis-metrics.ts'
import { Area } from './resolvers/area.ts'
import {
  EllipseFits,
  EyeTracking,
  GazeMapping,
  OptogeneticEpoch,
  RawRunning,
  RunningSpeed,
} from './resolvers/behaviour.ts'
import { BinnedActivity } from './resolvers/binned-activity.ts'
import { Channel } from './resolvers/channel.ts'
import { Dataset } from './resolvers/dataset.ts'
import { DetailedStimulusParameters } from './resolvers/detailed-stimulus-parameters.ts'
import { EventActivity, EventGroup, EventSpikes } from './resolvers/event-activity.ts'
import { FirstSpikes } from './resolvers/first-spikes.ts'
import { IntervalActivity } from './resolvers/interval-activity.ts'
import { MeanWaveform } from './resolvers/mean-waveform.ts'
import { Probe } from './resolvers/probe.ts'
import { Query } from './resolvers/query.ts'
import { ReceptiveFields } from './resolvers/receptive-fields.ts'
import { ResponseMetrics } from './resolvers/response-metrics.ts'
import { Session } from './resolvers/session.ts'
import { AlignedSignal, BinnedSignal } from './resolvers/signals.ts'
import { StimulusCondition } from './resolvers/stimulus-condition.ts'
import { StimulusEpoch } from './resolvers/stimulus-epoch.ts'
import { StimulusPresentation } from './resolvers/stimulus-presentation.ts'
import {
  CurrentSourceDensity,
  LocalFieldPotential,
  TimeSeries,
  TimeSeriesSamples,
} from './resolvers/time-series.ts'
import { Unit, WaveformMetrics } from './resolvers/unit.ts'
import { scalars } from './scalars.ts'

/** schema.graphql as it is written. */
export const schemaText = readFileSync(new URL('schema.graphql', packageRoot), 'utf8')

const resolvers: Resolvers = {
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
  FirstSpikes,
  GazeMapping,
  IntervalActivity,
  LocalFieldPotential,
  OptogeneticEpoch,
  RawRunning,
  RunningSpeed,
  MeanWaveform,
  DetailedStimulusParameters,
  Probe,
  Query,
  ReceptiveFields,
  ResponseMetrics,
  Session,
  StimulusCondition,
  StimulusEpoch,
  StimulusPresentation,
  Unit,
  WaveformMetrics,
}

/** schema.graphql, made executable. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(schemaText)
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
  return schema
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
