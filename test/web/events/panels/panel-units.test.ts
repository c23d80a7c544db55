import { describe, expect, test } from 'vitest'
import { panelUnits } from '../../../../web/src/events/panels/panel-units.ts'

const unit = (unitId: string, verticalPosition: number) => ({
  unitId,
  area: 'VISp',
  channel: { verticalPosition },
  probe: { name: 'probeA' },
})
const units = [unit('1', 100), unit('2', 300), unit('3', 200)]

/** 2 bins, 3 units; unit 1 was not observed in the second bin, unit 3 never. */
const { NaN: none } = Number
const all = { label: 'All', members: [0], mean: Float64Array.of(4, 5, none, none, 7, none) }
const selectivities = new Map([
  ['1', 0.2],
  ['2', null],
  ['3', 0.9],
])
/** The first bin is before the event, the second after it. */
const bins = { before: 0.5, binSize: 0.5 }
const idsBy = (sort: 'selectivity' | 'response' | 'rate' | 'depth') =>
  panelUnits(units, all, selectivities, sort, bins).map(({ unitId }) => unitId)

describe('units with small plots', () => {
  test('have the mean rate over the bins in which they were observed', () => {
    const rates = panelUnits(units, all, null, 'depth', bins).map(({ unitId, rate }) => [
      unitId,
      rate,
    ])
    expect(Object.fromEntries(rates)).toEqual({ 1: 4, 2: 6, 3: none })
  })

  test('go by selectivity, those without one last', () => {
    expect(idsBy('selectivity')).toEqual(['3', '1', '2'])
  })

  test('go by the size of the response, those without one last', () => {
    expect(idsBy('response')).toEqual(['2', '1', '3'])
  })

  test('go by rate, those never observed last', () => {
    expect(idsBy('rate')).toEqual(['2', '1', '3'])
  })

  test('go from the surface down', () => {
    expect(idsBy('depth')).toEqual(['2', '3', '1'])
  })

  test('go by rate where no selectivity is defined', () => {
    const panels = panelUnits(units, all, null, 'selectivity', bins)
    expect(panels.map(({ unitId }) => unitId)).toEqual(['2', '1', '3'])
    const response = { size: 2, time: 0.25 }
    expect(panels[0]).toEqual({
      ...{ unitId: '2', area: 'VISp', column: 1, rate: 6, selectivity: null, response },
    })
  })
})
