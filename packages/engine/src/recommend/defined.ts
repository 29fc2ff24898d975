/** The object without its undefined fields: what is unknown is absent. */
export function defined<Wanted extends object>(fields: { [Name in keyof Wanted]: Wanted[Name] | undefined }): Wanted {
  for (const name in fields) if (fields[name] === undefined) delete fields[name]
  return fields as Wanted
}
