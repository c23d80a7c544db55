import { describe, expect, test } from 'vitest'
import { commandOf } from '../../../web/src/heatmap/heatmap-command.ts'

const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held })

describe('a key in a heatmap', () => {
  test('moves the marked cell: up is to the row above', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'move', bins: -1, rows: 0 })
    expect(press('ArrowUp')).toEqual({ kind: 'move', bins: 0, rows: -1 })
    expect(press('PageDown')).toEqual({ kind: 'move', bins: 0, rows: 10 })
    expect(press('End')).toEqual({ kind: 'move', bins: Number.POSITIVE_INFINITY, rows: 0 })
  })

  test('moves what is shown with Shift, a fifth at a time', () => {
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ kind: 'pan', time: 0.2, rows: 0 })
    expect(press('ArrowUp', { shiftKey: true })).toEqual({ kind: 'pan', time: 0, rows: -0.2 })
  })

  test('zooms time with plus and minus, units with brackets; 0 shows all', () => {
    expect(press('+', { shiftKey: true })).toEqual({ kind: 'zoom', axis: 'time', factor: 1.5 })
    expect(press('=')).toEqual({ kind: 'zoom', axis: 'time', factor: 1.5 })
    expect(press('-')).toEqual({ kind: 'zoom', axis: 'time', factor: 1 / 1.5 })
    expect(press(']')).toEqual({ kind: 'zoom', axis: 'rows', factor: 1.5 })
    expect(press('0')).toEqual({ kind: 'reset' })
  })

  test('is left to the browser when it means nothing here, or Ctrl is held', () => {
    expect(press('Tab')).toBeNull()
    expect(press('a')).toBeNull()
    expect(press('+', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', { ctrlKey: true })).toBeNull()
  })
})
