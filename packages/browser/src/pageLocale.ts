/**
 * The locale to write prices and dates in: the first wish that `Intl` takes. Pages say "en_GB" or "en-US@posix" too, and `Intl`
 * throws on both: the first is mended, the second passed over.
 *
 * @param wishes BCP 47 tags, best first; empty ones count as none
 * @returns a canonical tag. @default 'en'
 */
export function pageLocale(...wishes: readonly (string | undefined)[]): string {
  for (const wish of wishes) {
    try {
      return Intl.getCanonicalLocales(wish!.replaceAll('_', '-'))[0]!
    } catch {
      // None, or no language tag: the next one decides.
    }
  }
  return 'en'
}
