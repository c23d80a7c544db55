import { describe, expect, test } from 'vitest'
import { pitches, placeWaveforms } from '../../../../web/src/unit/waveform/waveform-places.ts'

const place = (
  channelId: string,
  verticalPosition: number | null,
  horizontalPosition: number | null = 0,
) => ({ channelId, verticalPosition, horizontalPosition })

const places = [
  place('a', 20, 43),
  place('b', 20, 11),
  place('c', 120, 43),
  place('d', 121, 11),
  place('e', 60, 11),
]
const ids = ['a', 'b', 'c', 'd', 'e']
const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, -10)

describe('waveforms at their places', () => {
  test('are those within 100 µm of the peak, both ends included', () => {
    expect(placeWaveforms(ids, values, places, 'b')).toEqual({
      waveforms: [
        { channelId: 'a', across: 43, height: 20, isPeak: false, values: Float64Array.of(1, 2) },
        { channelId: 'b', across: 11, height: 20, isPeak: true, values: Float64Array.of(3, 4) },
        { channelId: 'c', across: 43, height: 120, isPeak: false, values: Float64Array.of(5, 6) },
        { channelId: 'e', across: 11, height: 60, isPeak: false, values: Float64Array.of(9, -10) },
      ],
      whyNot: null,
    })
  })

  test('are in µV, also where the file has V', () => {
    const volts = Float64Array.from({ length: 10 }, () => 2 ** -10)
    const { waveforms } = placeWaveforms(ids, volts, places, 'b')
    expect(waveforms?.[0]?.values).toEqual(Float64Array.of(976.5625, 976.5625))
  })

  test('leave out rows of channels that the file does not have', () => {
    const { waveforms } = placeWaveforms(['a', null, 'b', 'c', 'e'], values, places, 'b')
    expect(waveforms?.map(({ channelId }) => channelId)).toEqual(['a', 'b', 'c', 'e'])
  })

  test.each([
    [null, places, 'The file does not name the unit’s peak channel'],
    [
      'a',
      places.map(({ channelId }) => place(channelId, null)),
      'The file does not say how far the channels are from the probe’s tip',
    ],
    [
      'a',
      places.map(({ channelId }) => place(channelId, 20, null)),
      'The file does not say where the channels lie across the probe',
    ],
    [
      'a',
      places.map(({ channelId }, i) => place(channelId, 300 * i)),
      'Fewer than 4 channels with known places lie within 100 µm of the peak',
    ],
  ])('are not drawn, in words, for a peak %s', (peak, known, whyNot) => {
    expect(placeWaveforms(ids, values, known, peak)).toEqual({ waveforms: null, whyNot })
  })

  test('have the distance to their nearest neighbours for their size', () => {
    const { waveforms } = placeWaveforms(ids, values, places, 'b')
    expect(pitches(waveforms ?? [], 30)).toEqual({ across: 32, along: 40 })
    expect(pitches([], 30)).toEqual({ across: 30, along: 30 })
  })
})
