/** Name of the cache that keeps the last good model of the log called `name`. */
export function keptModelName(name: string): string {
  return `${name}.model`
}
