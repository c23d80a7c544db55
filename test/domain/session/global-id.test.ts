import { describe, expect, test } from 'vitest'
import { decodeGlobalId, encodeGlobalId } from '../../../src/domain/session/global-id.ts'

const ofUnit = {
  type: 'Unit',
  sessionId: '715093703',
  localId: '950910352',
  occurrence: 0,
} as const
const base64url = (text: string) => Buffer.from(text).toString('base64url')

describe('a global id', () => {
  test('is base64url of type, session and the id in the file', () => {
    expect(encodeGlobalId(ofUnit)).toBe(base64url('["Unit","715093703","950910352"]'))
    expect(encodeGlobalId({ ...ofUnit, occurrence: 2 })).toBe(
      base64url('["Unit","715093703","950910352",2]'),
    )
  })

  test('gives its parts back, whatever they hold', () => {
    for (const sessionId of ['1', 'sub-7/ses+2 50%', 'Mäuse "A"', '["Unit","1","2"]', '']) {
      for (const localId of ['-7', '18446744073709551615', 'probe A', '/acquisition/événements']) {
        for (const occurrence of [0, 1, 300]) {
          const id = { type: 'Probe', sessionId, localId, occurrence } as const
          expect(decodeGlobalId(encodeGlobalId(id))).toEqual(id)
        }
      }
    }
  })

  test('differs where type, session, local id or occurrence do, however they are put together', () => {
    const ids = [
      ofUnit,
      { ...ofUnit, type: 'Channel' } as const,
      { ...ofUnit, sessionId: '71509370' },
      { ...ofUnit, sessionId: '7150937039', localId: '50910352' },
      { ...ofUnit, localId: '95091035' },
      { ...ofUnit, occurrence: 1 },
      { ...ofUnit, sessionId: '715093703","950910352', localId: '' },
    ]
    expect(new Set(ids.map(encodeGlobalId)).size).toBe(ids.length)
  })

  test.each([
    ['nothing', ''],
    ['a number', '715093703'],
    ['the JSON itself', '["Unit","1","2"]'],
    ['padding', `${base64url('["Unit","1","22"]')}=`],
    ['a space around', ` ${base64url('["Unit","1","2"]')}`],
    ['the other alphabet of base64', Buffer.from('["Unit","1","??>"]').toString('base64')],
    ['a space in the list', base64url('["Unit", "1","2"]')],
    ['an unknown type', base64url('["Neuron","1","2"]')],
    ['the type of a session', base64url('["Session","1","2"]')],
    ['a part too few', base64url('["Unit","1"]')],
    ['a part too many', base64url('["Unit","1","2",1,1]')],
    ['numbers in place of texts', base64url('["Unit",1,2]')],
    ['a number in place of the session', base64url('["Unit",1,"2"]')],
    ['a number in place of the id', base64url('["Unit","1",2]')],
    ['an occurrence of 0', base64url('["Unit","1","2",0]')],
    ['an occurrence below 0', base64url('["Unit","1","2",-1]')],
    ['an occurrence that is a text', base64url('["Unit","1","2","1"]')],
    ['an object', base64url('{"0":"Unit"}')],
    ['a list that does not end', base64url('["Unit","1"')],
    ['bytes that are not UTF-8', Buffer.from([0x5b, 0xff, 0x5d]).toString('base64url')],
  ])('is not %s', (_, text) => {
    expect(decodeGlobalId(text)).toBeNull()
  })
})
