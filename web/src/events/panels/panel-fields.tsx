import { type Address, panelCurves, panelSorts } from '../../app/address.ts'
import { go } from '../../app/use-address.ts'
import { Choice } from '../../components/controls/choice.tsx'
import type { Around } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { selectivityMetric } from './selectivity.ts'
import { hasTuning } from './unit-panels.tsx'

const curveNames = { time: 'Over time', tuning: 'Tuning' } as const
const sortNames = {
  selectivity: 'Selectivity',
  response: 'Response',
  rate: 'Rate',
  depth: 'Depth',
} as const
const scales = ['shared', 'own'] as const
const scaleNames = { shared: 'One for all', own: 'Each its own' } as const

interface PanelFieldsProps {
  readonly address: Address
  readonly request: EventRequest
  /** null: not known yet */
  readonly around: Around | null
}

/** What the small plots of units show, and in which order. */
export function PanelFields({ address, request, around }: PanelFieldsProps) {
  const sorts = selectivityMetric(request) ? panelSorts : (['response', 'rate', 'depth'] as const)
  const sort = sorts.find((name) => name === address.panelSort) ?? 'rate'
  return (
    <>
      {around && hasTuning(request, around) && (
        <Choice
          title="Curves"
          names={curveNames}
          options={panelCurves}
          chosen={address.panelCurve}
          onChoose={(panelCurve) => go({ panelCurve }, { replace: true })}
        />
      )}
      <Choice
        title="Units by"
        names={sortNames}
        options={sorts}
        chosen={sort}
        onChoose={(panelSort) => go({ panelSort }, { replace: true })}
      />
      <Choice
        title="Scale of rates"
        names={scaleNames}
        options={scales}
        chosen={address.hasOwnScales ? 'own' : 'shared'}
        onChoose={(scale) => go({ hasOwnScales: scale === 'own' }, { replace: true })}
      />
    </>
  )
}
