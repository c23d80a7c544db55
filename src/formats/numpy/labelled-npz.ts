// Labelled arrays as .npz: what numpy reads by name, and xarray as a Dataset.
import type { ArrayLabels, LabelledArrays } from '../labelled-arrays.ts'
import { type NdArray, scalar } from './npy.ts'
import type { NpzMember } from './npz.ts'

/**
 * Members: the main array, those next to it, the coordinates, the attributes as single values, and
 * `xarray`, a text of JSON in the form of `xarray.Dataset.to_dict(data=False)`, which says what
 * each dimension is.
 */
export function* labelledMembers(arrays: LabelledArrays): Generator<NpzMember> {
  const { main, beside = [] } = arrays
  const attributes = attributesOf(arrays)
  const coordinates = withFreeNames(arrays.coordinates, [
    ...[main, ...beside].map(({ name }) => name),
    ...attributes.map(([name]) => name),
  ])
  yield 'data' in main ? { name: main.name, array: main } : { name: main.name, streamed: main }
  for (const array of [...beside, ...coordinates]) yield { name: array.name, array }
  for (const [name, value] of attributes) yield { name, array: scalar(value) }
  const description = { coordinates, variables: [main, ...beside], attributes }
  yield { name: DESCRIPTION, array: describeArrays(description) }
}

/** The member that says what the others are. */
const DESCRIPTION = 'xarray'

interface Description {
  readonly coordinates: readonly ArrayLabels[]
  readonly variables: readonly ArrayLabels[]
  readonly attributes: readonly (readonly [name: string, value: string | number])[]
}

/** JSON in the form of `xarray.Dataset.to_dict(data=False)`. */
export function describeArrays({ coordinates, variables, attributes }: Description): NdArray {
  const described = (arrays: readonly ArrayLabels[]) =>
    Object.fromEntries(
      arrays.map(({ name, dims, unit }) => [name, { dims, attrs: unit ? { units: unit } : {} }]),
    )
  return scalar(
    JSON.stringify({
      coords: described(coordinates),
      data_vars: described(variables),
      attrs: Object.fromEntries(attributes),
    }),
  )
}

/** Details that would have the name of something else get `unit_`, their dimension, before it. */
export function withFreeNames<Labelled extends ArrayLabels>(
  arrays: readonly Labelled[],
  others: readonly string[],
): Labelled[] {
  const taken = new Set([DESCRIPTION, ...others])
  for (const { name, isDetail } of arrays) if (!isDetail) taken.add(name)
  return arrays.map((array) => {
    if (!array.isDetail) return array
    let { name } = array
    while (taken.has(name)) name = `${array.dims[0]}_${name}`
    taken.add(name)
    return { ...array, name }
  })
}

/** Those that are known. */
export function attributesOf({ attributes }: LabelledArrays): [string, string | number][] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] satisfies [string, string | number]],
  )
}
