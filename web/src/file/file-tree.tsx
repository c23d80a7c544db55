import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { go } from '../app/use-address.ts'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { count } from '../components/texts/amounts.ts'
import { groupsAbove, type Member, memberNote, memberTowards } from './object-text.ts'
import { steps, type TreeStep } from './tree-steps.ts'
import { PAGE_LENGTH, useMembers } from './use-members.ts'

interface FileTreeProps {
  readonly session: string
  /** of the object that is shown */
  readonly selected: string
}

/** What all branches of a tree share. */
interface TreeState {
  readonly session: string
  readonly selected: string
  readonly open: ReadonlySet<string>
  /** the item that the Tab key leads to */
  readonly active: string
  readonly toggle: (path: string) => void
}

/** The groups and datasets of a file as a tree, by pointer and by keys as WAI-ARIA has them. */
export function FileTree({ session, selected }: FileTreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(['/', ...groupsAbove(selected)]),
  )
  const [active, setActive] = useState('/')
  const tree = useRef<HTMLDivElement>(null)
  // Links lead into groups that may be closed.
  useEffect(() => setOpen((before) => new Set([...before, ...groupsAbove(selected)])), [selected])
  const toggle = (path: string) => setOpen((before) => toggled(before, path))
  const select = (item: HTMLElement) => {
    const { path, more } = item.dataset
    if (more !== undefined) item.click()
    else if (path) go({ path: path === '/' ? null : path, page: null })
  }

  const follow = ({ item, action }: TreeStep) => {
    const { path } = item.dataset
    if (action === 'focus') item.focus()
    else if (action === 'select') select(item)
    else if (path) toggle(path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey
    const step = tree.current && !isCommand && steps(tree.current, event.key)
    if (!step) return
    event.preventDefault()
    follow(step)
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[role="treeitem"]')
    if (!item) return
    item.focus()
    if (item.dataset.more !== undefined) return
    if (target.closest('.tree-toggle')) toggle(item.dataset.path ?? '')
    else select(item)
  }

  const state = { session, selected, open, active, toggle }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Contents of the file"
      className="tree"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => setActive((event.target as HTMLElement).dataset.path ?? '/')}
    >
      <Item state={state} member={rootMember} level={1} />
    </div>
  )
}

const rootMember: Member = {
  path: '/',
  name: '/',
  kind: 'GROUP',
  neurodataType: null,
  linkTarget: null,
  memberCount: null,
  dataset: null,
}

interface ItemProps {
  readonly state: TreeState
  readonly member: Member
  readonly level: number
}

function Item({ state, member, level }: ItemProps) {
  const { path, name, kind, memberCount } = member
  const branch = useId()
  const row = useRef<HTMLDivElement>(null)
  const isSelected = state.selected === path
  useEffect(() => {
    if (isSelected && row.current) reveal(row.current)
  }, [isSelected])
  const isGroup = kind === 'GROUP' && memberCount !== 0
  const isOpen = isGroup && state.open.has(path)
  const note = memberNote(member)
  return (
    <>
      <div
        ref={row}
        role="treeitem"
        className="tree-row"
        data-path={path}
        aria-level={level}
        aria-expanded={isGroup ? isOpen : undefined}
        aria-owns={isOpen ? branch : undefined}
        aria-selected={isSelected}
        tabIndex={state.active === path ? 0 : -1}
      >
        <span className="tree-toggle" aria-hidden="true">
          {isGroup ? (isOpen ? '▾' : '▸') : ''}
        </span>
        <span className="tree-label">
          <span className={kind === 'GROUP' ? 'tree-group' : undefined}>{name}</span>
          {note && <span className={kind === null ? 'tree-fault' : 'tree-note'}> {note}</span>}
        </span>
      </div>
      {isOpen && <Branch id={branch} state={state} path={path} level={level + 1} />}
    </>
  )
}

interface BranchProps {
  readonly id: string
  readonly state: TreeState
  readonly path: string
  readonly level: number
}

/** What a group contains, a page at a time. */
function Branch({ id, state, path, level }: BranchProps) {
  const sought = memberTowards(path, state.selected)
  const { members, totalCount, error, isLoading, isBeyond, loadMore } = useMembers(
    state.session,
    path,
    sought,
  )
  const left = totalCount - members.length
  const more = `${path}#more`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
    <div role="group" id={id} className="tree-branch">
      {members.map((member) => (
        <Item key={member.path} {...{ state, member, level }} />
      ))}
      {left > 0 && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the tree
        <div
          role="treeitem"
          className="tree-row tree-more"
          data-path={more}
          data-more=""
          aria-level={level}
          aria-selected="false"
          tabIndex={state.active === more ? 0 : -1}
          onClick={() => loadMore()}
        >
          <span className="tree-label">
            {isLoading
              ? `Loading …${sought === null ? '' : ` up to ${sought.slice(sought.lastIndexOf('/') + 1)}`}`
              : `Show ${count(Math.min(PAGE_LENGTH, left))} more of ${count(totalCount)}`}
          </span>
        </div>
      )}
      {isBeyond && (
        <div role="none" className="tree-wait">
          What is shown is not among the first {count(members.length)} of {count(totalCount)}.
        </div>
      )}
      {members.length === 0 && isLoading && (
        <div role="none" className="tree-wait">
          Loading …
        </div>
      )}
      {error && (
        <div role="none">
          <ErrorNotice error={error} retry={loadMore} />
        </div>
      )}
    </div>
  )
}

/** Scroll the tree, and nothing else, to an item that is out of its sight. */
function reveal(item: HTMLElement): void {
  const tree = item.closest('[role="tree"]')
  if (!tree) return
  const [place, sight] = [item.getBoundingClientRect(), tree.getBoundingClientRect()]
  const isInSight = place.top >= sight.top && place.bottom <= sight.bottom
  if (!isInSight) tree.scrollTop += place.top - sight.top - sight.height / 2
}

function toggled(open: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const after = new Set(open)
  if (!after.delete(path)) after.add(path)
  return after
}
