/** Words with a capital at their start, as they stand alone on a line. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
