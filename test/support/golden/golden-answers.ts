import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { decodeNpy, type NdArray } from '../../../src/formats/numpy/npy.ts'
import { unzip } from '../unzip.ts'
import { goldenFolder } from './golden-folder.ts'

/** A table as the AllenSDK answered it. */
export interface GoldenTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** One matrix of the notebook's dataset. */
export interface GoldenMatrix {
  readonly epoch_row: number
  readonly stimulus_name: string
  readonly area: string
  readonly start: number
  readonly end: number
  readonly unit_ids: readonly number[]
  readonly shape: readonly [number, number]
  readonly total: number
  readonly sha256_u16_c_order: string
}

/** What the AllenSDK answered for a session: the content of expected/<id>/<name>.json. */
export function goldenResult<ResponseData>(id: string, name: string): ResponseData {
  return JSON.parse(readFileSync(`${goldenFolder}/expected/${id}/${name}.json`, 'utf8'))
}

/** A column of a table. */
export function goldenColumn(table: GoldenTable, column: string): unknown[] {
  const position = table.columns.indexOf(column)
  if (position < 0) throw new Error(`no column ${column}`)
  return table.rows.map((row) => row[position])
}

export function goldenMatrices(id: string): readonly GoldenMatrix[] {
  return goldenResult<{ items: GoldenMatrix[] }>(id, 'dataset_meta').items
}

/** The fingerprint that dataset_meta.json gives: of uint16 cells, little-endian, row by row. */
export function fingerprint(counts: ArrayLike<number>): string {
  return createHash('sha256')
    .update(new Uint8Array(Uint16Array.from(counts).buffer))
    .digest('hex')
}

/** Arrays that the AllenSDK answered: the content of expected/<id>/<name>.npz, by name. */
export function goldenArrays(id: string, name: string): Map<string, NdArray> {
  const zip = readFileSync(`${goldenFolder}/expected/${id}/${name}.npz`)
  return new Map(
    unzip(zip).map((member) => [member.name.replace(/\.npy$/, ''), decodeNpy(member.content)]),
  )
}
