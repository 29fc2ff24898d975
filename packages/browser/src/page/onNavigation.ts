import { routeOf } from './routeOf.ts'

/** The part of the Navigation API that we use; not in every TypeScript DOM library yet. */
interface NavigationTarget {
  addEventListener(type: 'navigatesuccess', run: () => void): void
  removeEventListener(type: 'navigatesuccess', run: () => void): void
}

/**
 * Runs after a route change without a page load. History is never wrapped (DESIGN 7.6): the Navigation API says so where there is
 * one, else popstate and a look at the address after clicks.
 *
 * @param run gets the new route
 * @returns the unsubscribe
 */
export function onNavigation(page: Window, run: (route: string) => void): () => void {
  let route = routeOf(page.location)
  function look(): void {
    const next = routeOf(page.location)
    if (next === route) return
    route = next
    run(route)
  }
  const { navigation } = page as { navigation?: NavigationTarget }
  if (navigation !== undefined) {
    navigation.addEventListener('navigatesuccess', look)
    return () => navigation.removeEventListener('navigatesuccess', look)
  }
  const afterClick = (): void => { page.setTimeout(look, 0) }
  page.addEventListener('popstate', look)
  page.document.addEventListener('click', afterClick)
  return () => {
    page.removeEventListener('popstate', look)
    page.document.removeEventListener('click', afterClick)
  }
}
