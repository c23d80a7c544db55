import { expect, test } from 'vitest'
import { encodeCsv } from '../../../src/formats/tables/csv.ts'
import { tableOf } from '../../../src/formats/tables/table.ts'

const texts = [
  '=1+1',
  '+cmd',
  '-x',
  '@sum',
  '\tx',
  '\rx',
  '＝1',
  'a=b',
  '-1.5',
  '+2e3',
  '',
  "'=1",
  null,
]
const table = tableOf([
  { name: '=name', type: 'text', cells: texts },
  { name: 'value', type: 'float', cells: new Float64Array(texts.length).fill(-1.5) },
])

async function csvOf(keepsFormulas: boolean): Promise<string[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of encodeCsv(table, { keepsFormulas })) pieces.push(piece)
  return Buffer.concat(pieces).toString().split('\n')
}

test('puts a mark before texts that a spreadsheet would compute, and leaves numbers alone', async () => {
  expect(await csvOf(false)).toEqual([
    "'=name,value",
    "'=1+1,-1.5",
    "'+cmd,-1.5",
    "'-x,-1.5",
    "'@sum,-1.5",
    "'\tx,-1.5",
    `"'\rx",-1.5`,
    "'＝1,-1.5",
    'a=b,-1.5',
    '-1.5,-1.5',
    '+2e3,-1.5',
    ',-1.5',
    "'=1,-1.5",
    ',-1.5',
    '',
  ])
})

test('writes them as they are when asked to', async () => {
  expect((await csvOf(true)).slice(0, 7)).toEqual([
    '=name,value',
    '=1+1,-1.5',
    '+cmd,-1.5',
    '-x,-1.5',
    '@sum,-1.5',
    '\tx,-1.5',
    '"\rx",-1.5',
  ])
})

test('numbers are no formulas, whatever their sign', async () => {
  const cells = Float64Array.of(Number.NEGATIVE_INFINITY, -0.5, 1e-7, -1e21)
  const numbers = tableOf([{ name: 'value', type: 'float', cells }])
  const pieces: Uint8Array[] = []
  for await (const piece of encodeCsv(numbers, { keepsFormulas: false })) pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe('value\n-Infinity\n-0.5\n1e-7\n-1e+21\n')
})
