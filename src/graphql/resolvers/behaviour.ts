import type { OptogeneticEpoch as OptogeneticPulse } from '../../domain/session/session-tables.ts'
import {
  eyeTrackingExport,
  filteredGazeExport,
  rawGazeExport,
  rawRunningExport,
  runningSpeedExport,
} from '../../exports/series/column-series.ts'
import { columnIfAny, columnOf } from '../../request/series.ts'
import type { GraphQLContext } from '../context.ts'
import { finiteOrNull } from '../fields/columns.ts'
import { optogeneticEpochIds } from '../fields/lists/global-ids.ts'
import { encodeColumns, extentFields, seriesHref } from '../fields/signals/series.ts'
import type {
  EllipseFitsResolvers,
  EyeTrackingResolvers,
  GazeMappingResolvers,
  OptogeneticEpochResolvers,
  RawRunningResolvers,
  RunningSpeedResolvers,
} from '../generated.ts'
import type { EllipseModel, OptogeneticEpochModel, SeriesModel } from '../models.ts'

/** A field that is a column of the file. */
const column = (name: string) => (series: SeriesModel, _args: unknown, context: GraphQLContext) =>
  columnOf(series, name, context)

const optional = (name: string) => (series: SeriesModel, _args: unknown, context: GraphQLContext) =>
  columnIfAny(series, name, context)

/** All of a series' columns as bytes, the times first. */
const allOf =
  (...names: readonly string[]) =>
  (series: SeriesModel, _args: unknown, context: GraphQLContext) =>
    encodeColumns(series, [
      columnOf(series, 'time', context),
      ...names.map((name) => columnIfAny(series, name, context)),
    ])

const startTimes = (series: SeriesModel, context: GraphQLContext) =>
  columnOf(series, 'time', context, 'first')
const endTimes = (series: SeriesModel, context: GraphQLContext) =>
  columnIfAny(series, 'endTime', context, 'last')

export const RunningSpeed: RunningSpeedResolvers = {
  ...extentFields,
  startTimes: (series, _args, context) => startTimes(series, context),
  endTimes: (series, _args, context) => endTimes(series, context),
  velocity: column('velocity'),
  href: seriesHref(runningSpeedExport),
  data: (series, _args, context) =>
    encodeColumns(series, [
      startTimes(series, context),
      endTimes(series, context),
      columnOf(series, 'velocity', context),
    ]),
}

export const RawRunning: RawRunningResolvers = {
  ...extentFields,
  frameTimes: column('time'),
  href: seriesHref(rawRunningExport),
  netRotation: optional('netRotation'),
  signalVoltage: optional('signalVoltage'),
  supplyVoltage: optional('supplyVoltage'),
  data: allOf('netRotation', 'signalVoltage', 'supplyVoltage'),
}

const ellipse = (name: EllipseModel['ellipse']) => (series: SeriesModel) =>
  series.window.columns.includes(`${name}Width`) ? { ...series, ellipse: name } : null

export const EyeTracking: EyeTrackingResolvers = {
  ...extentFields,
  times: column('time'),
  href: seriesHref(eyeTrackingExport),
  cornealReflection: ellipse('cornealReflection'),
  pupil: ellipse('pupil'),
  eye: ellipse('eye'),
}

const partOfEllipse =
  (part: string) => (model: EllipseModel, _args: unknown, context: GraphQLContext) =>
    columnOf(model, `${model.ellipse}${part}`, context)

const partsOfEllipse = ['CenterX', 'CenterY', 'Width', 'Height', 'Phi']

export const EllipseFits: EllipseFitsResolvers = {
  centerX: partOfEllipse('CenterX'),
  centerY: partOfEllipse('CenterY'),
  width: partOfEllipse('Width'),
  height: partOfEllipse('Height'),
  phi: partOfEllipse('Phi'),
  data: (model, _args, context) =>
    encodeColumns(
      model,
      partsOfEllipse.map((part) => columnIfAny(model, `${model.ellipse}${part}`, context)),
    ),
}

const rawGazeHref = seriesHref(rawGazeExport)
const filteredGazeHref = seriesHref(filteredGazeExport)

export const GazeMapping: GazeMappingResolvers = {
  ...extentFields,
  times: column('time'),
  href: (gaze, args, context) =>
    gaze.series.name === 'rawGaze'
      ? rawGazeHref(gaze, args, context)
      : filteredGazeHref(gaze, args, context),
  eyeArea: optional('eyeArea'),
  pupilArea: optional('pupilArea'),
  screenX: optional('screenX'),
  screenY: optional('screenY'),
  sphericalX: optional('sphericalX'),
  sphericalY: optional('sphericalY'),
  data: allOf('eyeArea', 'pupilArea', 'screenX', 'screenY', 'sphericalX', 'sphericalY'),
}

const pulse = ({ tables, row }: OptogeneticEpochModel) =>
  tables.optogeneticEpochs?.[row] as OptogeneticPulse

export const OptogeneticEpoch: OptogeneticEpochResolvers = {
  id: (epoch) => optogeneticEpochIds.of(epoch),
  epochId: (epoch) => String(pulse(epoch).id),
  startTime: (epoch) => pulse(epoch).startTime,
  stopTime: (epoch) => finiteOrNull(pulse(epoch).stopTime),
  condition: (epoch) => pulse(epoch).condition,
  level: (epoch) => finiteOrNull(pulse(epoch).level),
  stimulusName: (epoch) => pulse(epoch).stimulusName,
  duration: (epoch) => finiteOrNull(pulse(epoch).duration),
}
