/** As much of JSON Schema 2020-12 as `segments.schema.json` uses. */
export function fitsSchema(value: unknown, schema: Record<string, unknown>, root: Record<string, unknown> = schema): boolean {
  const list = (name: string): Record<string, unknown>[] | undefined => schema[name] as Record<string, unknown>[] | undefined
  const fits = (part: unknown, by: unknown): boolean => fitsSchema(part, by as Record<string, unknown>, root)
  if (typeof schema['$ref'] === 'string') return fits(value, (root['$defs'] as Record<string, unknown>)[schema['$ref'].slice('#/$defs/'.length)])
  if (schema['enum'] && !(schema['enum'] as unknown[]).includes(value)) return false
  if (list('oneOf') && list('oneOf')!.filter(one => fits(value, one)).length !== 1) return false
  if (list('anyOf') && !list('anyOf')!.some(one => fits(value, one))) return false
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  if (schema['type'] && ![schema['type']].flat().includes(type)) return false
  if (type === 'string') {
    const { length } = value as string
    if (schema['pattern'] && !new RegExp(schema['pattern'] as string).test(value as string)) return false
    return length >= (schema['minLength'] as number ?? 0) && length <= (schema['maxLength'] as number ?? Infinity)
  }
  if (Array.isArray(value)) {
    if (value.length < (schema['minItems'] as number ?? 0) || value.length > (schema['maxItems'] as number ?? Infinity)) return false
    return schema['items'] === undefined || value.every(part => fits(part, schema['items']))
  }
  if (type !== 'object') return true
  const properties = schema['properties'] as Record<string, unknown> | undefined
  if (!properties) return true
  const fields = Object.keys(value as object)
  return ((schema['required'] as string[] | undefined) ?? []).every(field => fields.includes(field))
    && fields.every(field => Object.hasOwn(properties, field) && fits((value as Record<string, unknown>)[field], properties[field]))
}
