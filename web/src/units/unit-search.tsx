import './unit-search.css'
import { type FormEvent, useId } from 'react'
import { go } from '../app/use-address.ts'

/** Opens a unit by its id. */
export function UnitSearch() {
  const id = useId()
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const unit = String(new FormData(event.currentTarget).get('unit') ?? '').trim()
    if (unit) go({ view: 'unit', unit })
  }
  return (
    <form className="unit-search" onSubmit={open}>
      <label htmlFor={id}>Unit by id</label>
      <span>
        <input id={id} name="unit" type="text" inputMode="numeric" autoComplete="off" />
        <button type="submit" className="button">
          Open
        </button>
      </span>
    </form>
  )
}
