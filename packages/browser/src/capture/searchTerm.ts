import { toSearchTerm } from '@shopside/engine/boundary'

/** Usual names of the term on a search page, the plainest first. */
const usualNames = ['q', 'query', 'search', 'search_query', 'search_term', 'keyword', 'keywords', 'term', 'text', 'k', 's']

/**
 * "search" as shops write it in their addresses: English, German, Dutch, French, Spanish and Portuguese, Italian, Scandinavian,
 * Polish, Czech.
 */
const searchPath = /(^|[/._-])(catalogsearch|search|suche?|zoeken|recherche|buscar?|busqueda|cerca|ricerca|sok|szukaj|hledat|find)([/._-]|$)/i

/**
 * What was searched for, by the page's own address: only where the address looks like a search page's, or under the name that the
 * shop gave. WordPress answers a search on its front page (`/?s=`).
 *
 * @returns undefined when it is no search page, or when only personal data was asked for
 */
export function readSearchTerm(address: string, parameter?: string): string | undefined {
  const { pathname, searchParams } = new URL(address)
  const find = (names: readonly string[]): string | undefined => {
    const given = names.map(name => searchParams.get(name)).find(value => value !== null && value.trim() !== '')
    return toSearchTerm(given)
  }
  if (parameter !== undefined) return find([parameter])
  if (searchPath.test(pathname)) return find(usualNames)
  return pathname === '/' || searchParams.get('post_type') === 'product' ? find(['s']) : undefined
}
