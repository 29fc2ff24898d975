// The script tag's file: small, because a lazy chunk must never import it (its address may have a query, and it would run twice).
import { autoload } from './autoload.ts'

try {
  autoload(import.meta.url)
} catch (error) {
  // A wrong attribute must not break the page: it is said where its author looks.
  console.warn(String(error))
}
