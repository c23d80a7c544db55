import { expect, test } from 'vitest'
import {
  readableFiles,
  recordingsOf,
  refusedIn,
} from '../../../src/catalog/folder/files-of-places.ts'
import type { PlaceLook } from '../../../src/catalog/folder/place-look.ts'
import { RecordingError } from '../../../src/errors.ts'

const found = (path: string, code?: RecordingError['code']) =>
  ({ path, identity: {}, found: code ? new RecordingError(code, path) : { path } }) as never

const place = (recordings: never[], more: object = {}) =>
  ({ recordings, probeFiles: new Set(), tables: [], refused: [], ...more }) as unknown as PlaceLook

const pathsOf = (recordings: readonly { path: string }[]) => recordings.map(({ path }) => path)

test('recordings of all places are in order of their paths, each once', () => {
  const one = place([found('/b'), found('/d')])
  const other = place([found('/a'), found('/b'), found('/c')])
  expect(pathsOf(recordingsOf([one, other]))).toEqual(['/a', '/b', '/c', '/d'])
  expect(recordingsOf([one])).toBe(one.recordings)
})

test('those that can be read are served, and the others refused', () => {
  const recordings = [found('/a'), found('/b', 'NOT_HDF5'), found('/c', 'NO_UNITS')]
  const places = [place(recordings)]
  expect(pathsOf(readableFiles(recordings))).toEqual(['/a'])
  expect(
    refusedIn(places, recordings).map(({ fileName, error }) => [fileName, error.code]),
  ).toEqual([
    ['/b', 'NOT_HDF5'],
    ['/c', 'NO_UNITS'],
  ])
})

test('a file of a probe has no units, and is not refused for that', () => {
  const recordings = [found('/b', 'NOT_HDF5'), found('/c', 'NO_UNITS')]
  const places = [place([], { probeFiles: new Set(['/b', '/c']) })]
  expect(refusedIn(places, recordings).map(({ fileName }) => fileName)).toEqual(['/b'])
})

test('folders and tables of places may be refused, too', () => {
  const folder = { fileName: 'zarr', error: new RecordingError('ZARR_STORE', 'zarr') }
  const table = new RecordingError('TABLE_INVALID' as never, 'units.csv')
  const places = [place([], { refused: [folder], tables: [{ refused: [table] }] })]
  expect(refusedIn(places, []).map(({ fileName }) => fileName)).toEqual(['zarr', 'units.csv'])
})
