import { describe, expect, test } from 'vitest'
import {
  type Address,
  formatAddress,
  openSession,
  parseAddress,
  startAddress,
} from '../../../web/src/app/address.ts'

describe('the address bar', () => {
  test('is empty at the start', () => {
    expect(formatAddress(startAddress)).toBe('')
    expect(parseAddress('')).toEqual(startAddress)
  })

  test('holds the whole view, and gives it back', () => {
    const address: Address = {
      view: 'activity',
      sessionTypes: ['brain_observatory_1.1'],
      recordedAreas: ['V1', 'LM'],
      session: '810000001',
      limits: { amplitudeCutoffMax: 0.25, presenceRatioMin: null, isiViolationsMax: 0 },
      epoch: 3,
      areas: ['V1', 'Layer 2, outer'],
      before: -1.5,
      after: null,
      binSize: 0.025,
      measure: 'zscore',
      sort: 'latency',
      summary: 'peak',
      colourLimit: 2.5,
      shown: { start: -0.5, stop: 12 },
      lfp: 'probeC',
      spacing: 40,
      unit: '951',
      target: '952',
      probe: 'probeA',
      order: '-rate',
      path: '/units/spike_times',
      table: 'trials',
      page: '2',
      row: 12,
      moment: 61.25,
      stimulus: 'flashes',
      grouping: 'color',
      event: 'column/trials/go_cue',
      eventBefore: 0.2,
      eventAfter: 1,
      eventBin: 0.01,
      eventMode: 'each',
      panelCurve: 'tuning',
      panelSort: 'depth',
      panelCount: 72,
      hasOwnScales: true,
      isSideBySide: true,
      correlations: 'noise',
      group: 2,
      trial: 14,
      baseline: true,
      smoothing: 0.02,
    }
    const text = formatAddress(address)
    expect(text).toBe(
      '?type=brain_observatory_1.1&recorded=V1&recorded=LM&session=810000001&view=activity&unit=951&epoch=3' +
        '&area=V1&area=Layer+2%2C+outer&before=-1.5&after=end&bin=0.025&measure=zscore&sort=latency' +
        '&pixels=peak&colours=2.5&from=-0.5&to=12&lfp=probeC&spacing=40&with=952&probe=probeA&order=-rate' +
        '&path=%2Funits%2Fspike_times&table=trials&page=2&at=61.25&row=12&stimulus=flashes&by=color' +
        '&event=column%2Ftrials%2Fgo_cue&pre=0.2&post=1&width=0.01&show=each&curves=tuning&panels=depth&most=72&scales=own&columns=on&correlations=noise&group=2&trial=14' +
        '&baseline=on&smooth=0.02' +
        '&amplitudeCutoffMax=0.25&presenceRatioMin=off&isiViolationsMax=0',
    )
    expect(parseAddress(text)).toEqual(address)
  })

  test.each([
    ['?session=1', 'session'],
    ['?session=1&view=activity', 'activity'],
    ['?session=1&view=events', 'events'],
    ['?session=1&view=file', 'file'],
    ['?session=1&view=unit&unit=7', 'unit'],
    ['?session=1&unit=7', 'session'],
    ['?session=1&view=unit', 'session'],
    ['?view=activity', 'sessions'],
  ])('of %s is the view %s', (search, view) => {
    expect(parseAddress(search).view).toBe(view)
  })

  test('takes what it cannot read as left out', () => {
    const address = parseAddress(
      '?session=&epoch=-1&before=soon&after=&bin=0&measure=spikes&sort=name&colours=-1&from=2&to=1&amplitudeCutoffMax=low&other=1',
    )
    expect(address).toEqual(startAddress)
  })

  test('keeps nothing of one session when another is opened', () => {
    const address = parseAddress(
      '?type=t&session=1&view=unit&unit=7&stimulus=gabors&by=x&epoch=3&area=V1&colours=4&from=1&to=2&bin=0.05',
    )
    expect(formatAddress({ ...address, ...openSession('2') })).toBe('?type=t&session=2&bin=0.05')
  })
})
