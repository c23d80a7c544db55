import { expect, test } from 'vitest'
import { RequestFields } from '../../src/addresses/address-field.ts'
import { writeFields } from '../../src/addresses/address-fields.ts'
import { momentsField } from '../../src/addresses/moments-field.ts'
import type { Moments } from '../../src/domain/events/moments.ts'
import type { SessionTables } from '../../src/domain/session/session-tables.ts'

const request = new RequestFields({ moments: momentsField })
const tables = {} as SessionTables
const where = { start: 1, stop: null, minGap: 0.5, excludeInvalidTimes: false }

const roundTrip = (moments: Moments) => {
  const canonical = request.canonical({ moments }, tables)
  const written = writeFields(request.write(canonical))
  return { written: decodeURIComponent(written), ...request.read(written) }
}

test('moments are events with their selection', () => {
  const events = { intervals: { table: 'trials', column: 'start_time' } }
  expect(roundTrip({ events, where })).toEqual({
    written: 'events={"intervals":{"table":"trials"}}&where.start=1&where.minGap=0.5',
    moments: { events: { intervals: { table: 'trials' } }, where },
  })
})

test('or presentations', () => {
  const { written, moments } = roundTrip({ presentations: { stimulusNames: ['b', 'a', 'b'] } })
  expect(written).toBe('presentations.stimulusNames=a,b')
  expect(moments).toMatchObject({ presentations: { stimulusNames: ['a', 'b'], ids: null } })
})
