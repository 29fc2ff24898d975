import type { Product } from '@shopside/engine'

/** One entry of the catalogue as the reader hands it on: what is new is told when all is read. */
export type CatalogueItem = Omit<Product, 'isNew'>
