import { areaAlias, areaName } from '../../domain/areas/area-names.ts'
import { sessionAreas } from '../../domain/areas/session-areas.ts'
import { sdkUnitFilter } from '../../domain/defaults.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import { selectUnits } from '../../domain/units/unit-filter.ts'
import { filterEffect } from '../../domain/units/unit-filter-effect.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'

export type SessionSummary = Awaited<ReturnType<typeof summarizeSession>>

/** What `spikeql inspect` says of a session: plain data, NaN where the file does not say. */
export async function summarizeSession({
  id,
  fileName,
  fileSize,
  location,
  published,
  warnings,
  reader,
}: CatalogSession) {
  const tables = await reader.tables()
  const metrics = (await published?.analysisMetrics()) ?? null
  const { metadata, units, channels, epochs, invalidTimes } = tables
  const passing = selectUnits(tables, sdkUnitFilter)
  return {
    id,
    fileName,
    fileSize,
    location,
    ...metadata,
    probes: summarizeProbes(tables),
    areas: summarizeAreas(tables, passing),
    channels: {
      stored: channels.count,
      valid: count(channels.valid ?? [], (valid) => valid === 1),
    },
    units: {
      stored: units.count,
      passing: passing.length,
      spikes: units.spikeCounts.reduce((sum, spikes) => sum + spikes, 0),
      filter: filterEffect(tables, sdkUnitFilter),
    },
    stimuli: await stimuliOf(reader, tables),
    epochs,
    invalidTimes,
    timeSeries: await reader.load('storedSeries'),
    warnings: [...warnings, ...(await reader.load('warnings'))],
    published: published && {
      publishedAt: published.publishedAt,
      dateOfAcquisition: published.dateOfAcquisition,
      specimenId: published.specimenId,
    },
    analysisMetrics: metrics && {
      units: count(units.areas, (_, row) => metrics.rowOf(units.ids[row]) >= 0),
      names: metrics.names,
    },
  }
}

function summarizeProbes({ probes, channels, units }: SessionTables) {
  return probes.map((probe, row) => ({
    ...probe,
    channels: count(channels.probeRows, (probeRow) => probeRow === row),
    units: count(units.probeRows, (probeRow) => probeRow === row),
  }))
}

function summarizeAreas(tables: SessionTables, passing: Uint32Array) {
  const { channels, units } = tables
  return sessionAreas(tables).map((acronym) => ({
    acronym,
    alias: areaAlias(acronym),
    name: areaName(acronym),
    channels: count(
      channels.areas ?? [],
      (area, row) => area === acronym && channels.valid?.[row] !== 0,
    ),
    units: count(units.areas, (area) => area === acronym),
    passingUnits: count(passing, (row) => units.areas[row] === acronym),
  }))
}

/** Null where the tables of intervals cannot be read: the warnings say why. */
async function stimuliOf(reader: SessionReader, { epochsFault }: SessionTables) {
  if (epochsFault) return null
  return summarizeStimuli(
    await reader.load('presentations'),
    await reader.load('stimulusConditions'),
  )
}

/** In order of first appearance. */
function summarizeStimuli({ stimulusNames }: PresentationList, conditions: StimulusConditions) {
  const { codes, values } = stimulusNames
  return [...new Set(codes)].map((code) => ({
    stimulusName: values[code],
    presentations: count(codes, (other) => other === code),
    conditions: count(conditions.stimulusNames, (name) => name === values[code]),
  }))
}

function count<T>(values: Iterable<T>, isCounted: (value: T, i: number) => boolean): number {
  let counted = 0
  let i = 0
  for (const value of values) if (isCounted(value, i++)) counted++
  return counted
}
