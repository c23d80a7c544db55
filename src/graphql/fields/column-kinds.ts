import type { ColumnKind } from '../../domain/stimuli/stimulus-parameters.ts'
import type { ColumnKind as NamedKind } from '../generated.ts'

export const columnKinds: Readonly<Record<ColumnKind, NamedKind>> = {
  number: 'NUMBER',
  flag: 'FLAG',
  text: 'TEXT',
  list: 'LIST',
}
