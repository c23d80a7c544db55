import { findParameter } from '../../../domain/stimuli/conditions.ts'
import { alongDimension } from '../../../formats/labelled-arrays.ts'
import type {
  AlignedActivity,
  PresentationGroup,
} from '../../../request/activity/aligned-activity.ts'
import { integers } from './activity-labels.ts'
import { parameterCells } from './parameter-cells.ts'

interface GroupOfPresentations extends Pick<PresentationGroup, 'grouping' | 'conditions'> {
  readonly activity: Pick<AlignedActivity, 'ids' | 'list'>
  readonly members: Int32Array
}

/** What the presentations of each group share, along `group`. */
export function groupCoordinates(groups: readonly GroupOfPresentations[]) {
  const [{ activity, grouping, conditions }] = groups
  const { ids, list } = activity
  const { codes, values } = list.stimulusNames
  const firstOf = ({ members }: GroupOfPresentations) => ids[members[0]]
  const isBy = (by: string) => grouping.some((key) => key.by === by)
  const parameters = grouping.flatMap((key) => (key.by === 'parameters' ? key.names : []))
  return [
    ...(isBy('condition') && conditions
      ? [
          alongDimension(
            'group',
            'condition_ids',
            integers(groups.map((group) => conditions.ofPresentations[firstOf(group)])),
            { column: 'condition_id' },
          ),
        ]
      : []),
    ...(isBy('epoch')
      ? [
          alongDimension(
            'group',
            'epoch_indexes',
            integers(groups.map((group) => list.epochIndexes[firstOf(group)])),
            { column: 'epoch_index' },
          ),
        ]
      : []),
    alongDimension(
      'group',
      'stimulus_names',
      groups.map(({ members }) => {
        const code = codes[ids[members[0]]]
        const isOne = members.every((position) => codes[ids[position]] === code)
        return isOne ? values[code] : ''
      }),
      { column: 'stimulus_name' },
    ),
    ...(conditions
      ? parameters.map((parameter) => {
          const { name, values: known, codeOf } = findParameter(conditions, parameter)
          const cells = parameterCells(groups.map((group) => known[codeOf(firstOf(group))] ?? null))
          return alongDimension('group', name, cells)
        })
      : []),
    alongDimension(
      'group',
      'presentation_counts',
      integers(groups.map(({ members }) => members.length)),
      { column: 'presentation_count' },
    ),
  ]
}
