// Labelled arrays as .npz: what numpy reads by name, and xarray as a Dataset.
import type { LabelledArray, LabelledArrays } from '../labelled-arrays.ts'
import { scalar } from './npy.ts'
import type { NpzMember } from './npz.ts'

/**
 * Members: the main array, those next to it, the coordinates, the attributes as single values, and
 * `xarray`, a text of JSON in the form of `xarray.Dataset.to_dict(data=False)`, which says what
 * each dimension is.
 */
export function* labelledMembers(arrays: LabelledArrays): Generator<NpzMember> {
  const { main, beside = [], coordinates } = arrays
  yield 'data' in main ? { name: main.name, array: main } : { name: main.name, streamed: main }
  for (const array of [...beside, ...coordinates]) yield { name: array.name, array }
  const attributes = attributesOf(arrays)
  for (const [name, value] of attributes) yield { name, array: scalar(value) }
  const variables = (members: readonly LabelledArray[]) =>
    Object.fromEntries(
      members.map(({ name, dims, unit }) => [name, { dims, attrs: unit ? { units: unit } : {} }]),
    )
  const description = {
    coords: variables(coordinates),
    data_vars: variables([main, ...beside]),
    attrs: Object.fromEntries(attributes),
  }
  yield { name: 'xarray', array: scalar(JSON.stringify(description)) }
}

/** Those that are known. */
export function attributesOf({ attributes }: LabelledArrays): [string, string | number][] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] satisfies [string, string | number]],
  )
}
