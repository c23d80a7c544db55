interface SortHeadProps {
  readonly title: string
  readonly isNumber: boolean
  /** null: the table is not sorted by this column */
  readonly direction: 'ascending' | 'descending' | null
  readonly onSort: () => void
  /** said when the pointer rests on it */
  readonly about?: string | null | undefined
}

/** The head of a column by which a table can be sorted. */
export function SortHead({ title, isNumber, direction, onSort, about }: SortHeadProps) {
  const arrow = direction === null ? '' : direction === 'descending' ? ' ↓' : ' ↑'
  return (
    <th
      scope="col"
      className={isNumber ? 'number' : undefined}
      aria-sort={direction ?? 'none'}
      title={about ?? undefined}
    >
      <button type="button" className="sort-head" onClick={onSort}>
        {title}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  )
}
