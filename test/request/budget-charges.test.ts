import { describe, expect, test } from 'vitest'
import { HeavyListsError, TooManyOperationsError, TooManyValuesError } from '../../src/errors.ts'
import { Budget } from '../../src/request/budget.ts'

const budgetOf = (limits: { maxCells?: number; maxValues?: number; lightValues?: number } = {}) =>
  new Budget({ maxCells: 100, maxValues: 10, ...limits })

const charged = ({ cells, bytes, operations, values }: Budget) => [cells, bytes, operations, values]

describe('a budget', () => {
  test('charges nothing before anything is asked for', () => {
    expect(charged(budgetOf())).toEqual([0, 0, 0, 0])
  })

  test('charges cells of eight bytes, and counts of two', () => {
    const budget = budgetOf()
    budget.chargeCells(3)
    expect(charged(budget)).toEqual([3, 24, 0, 0])
    budget.chargeSummary({}, 5)
    expect(charged(budget)).toEqual([8, 34, 0, 0])
  })

  test('charges a summary once, and each copy; the first shares with a summary', () => {
    const cells = (...charges: ('summary' | 'copy' | 'shared')[]) => {
      const budget = budgetOf()
      const counts = {}
      for (const charge of charges) {
        if (charge === 'summary') budget.chargeSummary(counts, 10)
        else if (charge === 'copy') budget.chargeCopy(counts, 10)
        else budget.chargeShared(counts, 10)
      }
      return budget.cells
    }
    expect(cells('summary', 'summary')).toBe(10)
    expect(cells('copy', 'copy')).toBe(20)
    expect(cells('copy', 'copy', 'copy')).toBe(30)
    expect(cells('summary', 'copy')).toBe(10)
    expect(cells('summary', 'copy', 'copy')).toBe(20)
    expect(cells('copy', 'summary', 'copy')).toBe(20)
    expect(cells('shared', 'shared')).toBe(10)
  })

  test('charges the operations of a request once', () => {
    const budget = budgetOf()
    const request = {}
    budget.chargeOperations(request, 7)
    budget.chargeOperations(request, 7)
    budget.chargeOperations({}, 1)
    expect(budget.operations).toBe(8)
  })

  test('has forty operations for each cell, to the last', () => {
    const budget = budgetOf()
    budget.chargeOperations({}, 4000)
    expect(() => budget.assertWithin()).not.toThrow()
    budget.chargeOperations({}, 1)
    expect(() => budget.assertWithin()).toThrow(TooManyOperationsError)
  })
})

describe('lists', () => {
  test('are charged by their entries, and what each is written with', () => {
    const budget = budgetOf()
    budget.chargeList(3)
    budget.chargeList(2, 3)
    expect(budget.values).toBe(9)
    budget.chargeList(1)
    expect(() => budget.chargeList(1)).toThrow(TooManyValuesError)
    expect(budget.hasHeavyLists).toBe(false)
  })

  test('are refused by the same error from then on', () => {
    const budget = budgetOf()
    const refusal = () => {
      try {
        budget.chargeList(11)
      } catch (error) {
        return error
      }
    }
    const first = refusal()
    expect(first).toMatchObject({ message: expect.stringContaining('11') })
    expect(refusal()).toBe(first)
    expect(() => budget.chargeList(0)).toThrow(TooManyValuesError)
    // Too many values are no reason to read nothing.
    expect(() => budget.assertWithin()).not.toThrow()
  })

  test('are heavy beyond a limit of their own, and then nothing is read', () => {
    const budget = budgetOf({ lightValues: 4 })
    budget.chargeList(4)
    expect(budget.hasHeavyLists).toBe(false)
    expect(() => budget.chargeList(1)).toThrow(HeavyListsError)
    expect(budget.hasHeavyLists).toBe(true)
    expect(() => budget.assertWithin()).toThrow(HeavyListsError)
    expect(() => budget.chargeList(6)).toThrow(TooManyValuesError)
  })
})
