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

/** Positions of each group's presentations, ascending. */
export function membersOf({ count, ofPresentations, sizes }: PresentationGroups): Int32Array[] {
  const members = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(count)
  ofPresentations.forEach((group, position) => {
    const ofGroup = members[group]
    if (!ofGroup) return
    ofGroup[filled[group]] = position
    filled[group] = filled[group] + 1
  })
  return members
}
