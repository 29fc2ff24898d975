import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { departments } from '../catalogue/department.ts'
import type { Shop } from '../shop/Shop.ts'
import { toSlug } from '../shop/slug.ts'
import { basketPage, checkoutPage } from './basketPages.ts'
import { departmentPage } from './departmentPage.ts'
import { homePage } from './homePage.ts'
import { notFoundPage } from './notFoundPage.ts'
import { orderPage, ordersPage, thankYouPage } from './orderPages.ts'
import type { Page } from './Page.ts'
import { productPage } from './productPage.ts'
import { searchPage } from './searchPage.ts'
import { yourDataPage } from './yourDataPage.ts'

/**
 * The page of an address.
 *
 * @param bySlug items by their id in lower case
 * @param path decoded
 */
export function routePage(shop: Shop, bySlug: ReadonlyMap<string, CatalogueItem>, path: string, query: URLSearchParams): Page {
  const [first = '', second = '', ...rest] = path.slice(1).split('/')
  if (rest.length > 0) return notFoundPage()
  if (second !== '') return detailPage(first, second)
  switch (path) {
    case '/': return homePage(shop)
    case '/search': return searchPage(shop, query)
    case '/basket': return basketPage(bySlug.get((query.get('add') ?? '').toLowerCase()))
    case '/checkout': return checkoutPage()
    case '/your-orders': return ordersPage()
    case '/your-data': return yourDataPage()
    default: return notFoundPage()
  }

  function detailPage(kind: string, name: string): Page {
    if (kind === 'product') {
      const item = bySlug.get(name.toLowerCase())
      return item ? productPage(shop, item) : notFoundPage()
    }
    if (kind === 'department') {
      const department = departments.find(candidate => toSlug(candidate) === name)
      return department ? departmentPage(shop, department, query) : notFoundPage()
    }
    if (kind === 'thank-you') return thankYouPage(name)
    if (kind === 'order') return orderPage(name)
    return notFoundPage()
  }
}
