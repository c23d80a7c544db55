import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import {
  type AnchorOptions,
  addAnchorOptions,
  columnAnchor,
  selectedEvents,
} from '../../../src/cli/export/anchor-options.ts'
import {
  addPresentationOptions,
  type PresentationOptions,
  parseIntervals,
} from '../../../src/cli/export/selection-options.ts'
import { temporaryFolder } from '../sample-folder.ts'

type Options = AnchorOptions & PresentationOptions

function parsed(...args: string[]): Options {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  addAnchorOptions(addPresentationOptions(command))
  return command.parse(args, { from: 'user' }).opts<Options>()
}

const everyEvent = { start: null, stop: null, minGap: null, excludeInvalidTimes: false }

describe('what activity is aligned to', () => {
  test('is presentations, if nothing else is named', async () => {
    expect(columnAnchor(parsed())).toBeNull()
    expect(await selectedEvents(parsed('--stimuli', 'flashes'))).toBeNull()
  })

  test('is a column of the tables of presentations', async () => {
    const options = parsed('--at', 'change_time', '--at-from', 'start')
    expect(columnAnchor(options)).toEqual({ column: 'change_time', isOffset: true })
    expect(await selectedEvents(options)).toBeNull()
  })

  test('is a column of a table of intervals', async () => {
    const where = ['--where', 'response=hit,miss', '--where', 'go=true']
    const filter = ['--start', '10', '--stop', '20', '--min-gap', '2', '--exclude-invalid-times']
    expect(await selectedEvents(parsed('--at', 'trials:cue_time', ...where, ...filter))).toEqual({
      events: {
        intervals: {
          table: 'trials',
          column: 'cue_time',
          timesFrom: null,
          where: [
            { column: 'response', values: ['hit', 'miss'] },
            { column: 'go', values: ['true'] },
          ],
        },
      },
      where: { start: 10, stop: 20, minGap: 2, excludeInvalidTimes: true },
    })
    const offset = await selectedEvents(parsed('--at', 'trials:cue_time', '--at-from', 'start'))
    expect(offset?.events.intervals?.timesFrom).toBe('START')
  })

  test('is the samples of a time series, or times', async () => {
    expect(await selectedEvents(parsed('--at', '/processing/licks'))).toEqual({
      events: { timeSeries: { path: '/processing/licks' } },
      where: everyEvent,
    })
    expect(await selectedEvents(parsed('--at', '12.5, 3,-1'))).toEqual({
      events: { times: [12.5, 3, -1] },
      where: everyEvent,
    })
  })

  test('is the times in a file', async () => {
    const file = join(await temporaryFolder(), 'cues.txt')
    await writeFile(file, '12.5\r\n\n 3e1 \n')
    expect((await selectedEvents(parsed('--at-file', file)))?.events).toEqual({ times: [12.5, 30] })
    await writeFile(file, '12.5\ncue\n')
    await expect(selectedEvents(parsed('--at-file', file))).rejects.toThrow(
      `Line 2 of ${file} is "cue"; it must be a time in seconds.`,
    )
    await expect(selectedEvents(parsed('--at-file', `${file}.old`))).rejects.toThrow(
      /^Cannot read .*cues\.txt\.old: ENOENT\.$/,
    )
  })

  test.each([
    [['--at', 'trials:'], 'It must be a column (change_time), a table and its column'],
    [['--at', ':cue_time'], 'It must be a column'],
    [['--at', '1,x'], 'It must be a number.'],
    [['--where', 'hit'], 'It must be a column and its values, such as response=hit,miss.'],
    [['--at', '1', '--at-file', 'a'], 'cannot be used with option'],
  ])('cannot be %j', (args, message) => {
    expect(() => parsed(...args)).toThrow(message)
  })

  test.each([
    [['--min-gap', '1'], 'name events with --at or --at-file'],
    [['--at', 'change_time', '--where', 'a=1'], 'name events with --at or --at-file'],
    [['--at', '1', '--stimuli', 'flashes'], '--stimuli and --exclude-stimuli select presentations'],
    [['--at', '/licks', '--where', 'a=1'], 'are for a column of a table of intervals'],
    [['--at', '1', '--at-from', 'start'], 'are for a column of a table of intervals'],
  ])('is refused where options mean nothing together: %j', async (args, message) => {
    await expect(selectedEvents(parsed(...args))).rejects.toThrow(message)
  })

  test('is a column where only presentations are exported', () => {
    expect(() => columnAnchor(parsed('--at', '12.5'))).toThrow(
      '--at must be a column of their tables, such as change_time.',
    )
    expect(() => columnAnchor(parsed('--at-from', 'start'))).toThrow('name it with --at')
  })
})

describe('intervals', () => {
  test('have two ends each', () => {
    expect(parseIntervals('10..20, 30.5..4e1')).toEqual([
      { start: 10, stop: 20 },
      { start: 30.5, stop: 40 },
    ])
    expect(() => parseIntervals('10')).toThrow('It must be intervals with two ends')
    expect(() => parseIntervals('10..')).toThrow('It must be a number.')
  })
})
