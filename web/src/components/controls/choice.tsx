import './choice.css'

interface ChoiceProps<Option extends string> {
  readonly title: string
  readonly names: Readonly<Record<Option, string>>
  readonly options: readonly Option[]
  readonly chosen: Option
  readonly onChoose: (option: Option) => void
}

/** A few options next to each other, one of which is chosen. */
export function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { title, names, options, chosen, onChoose } = props
  return (
    <fieldset className="choice">
      <legend className="field-title">{title}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={title}
              value={option}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
