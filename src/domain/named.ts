/** A value of one of several types, with the name that says of which. */
export interface Named<Values, Name extends keyof Values = keyof Values> {
  readonly name: Name
  readonly value: Values[Name]
}

/** @throws Error where the value has another name, which is a fault of ours */
export function valueNamed<Values, Name extends keyof Values>(
  named: Named<Values>,
  name: Name,
): Values[Name] {
  if (!isNamed(named, name)) throw new Error(`${String(named.name)} instead of ${String(name)}`)
  return named.value
}

function isNamed<Values, Name extends keyof Values>(
  named: Named<Values>,
  name: Name,
): named is Named<Values, Name> {
  return named.name === name
}
