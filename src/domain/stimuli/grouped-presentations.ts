/** Which presentations belong together. */
export interface PresentationGroups {
  readonly count: number
  /** group of each presentation; -1: none. Shape [presentations] */
  readonly ofPresentations: Int32Array
  /** presentations of each group; shape [groups] */
  readonly sizes: Int32Array
}

/** Groups from a group's number for every presentation; -1 where it belongs to none. */
export function groupsOf(ofPresentations: Int32Array, count: number): PresentationGroups {
  const sizes = new Int32Array(count)
  for (const group of ofPresentations) if (group >= 0) sizes[group] = sizes[group] + 1
  return { count, ofPresentations, sizes }
}
