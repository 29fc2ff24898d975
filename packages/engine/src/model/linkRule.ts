/** How most links are made from ids: `[before, after, lower]`: before + id (URI-encoded, lower case when 1) + after. */
export type LinkRule = [string, string, 0 | 1]

/** A link that the rule makes from `id`. */
export function linkOf([before, after, lower]: LinkRule, id: string): string {
  return before + encodeURIComponent(lower ? id.toLowerCase() : id) + after
}

/**
 * The rule that makes most of these links from their ids, so that one template stands for thousands of strings.
 * Looks at 64 of them spread over the catalogue; `['', '', 0]` when nothing repeats.
 */
export function findLinkRule(links: readonly { id: string; link: string }[]): LinkRule {
  const stride = Math.max(1, Math.floor(links.length / 64))
  const votes = new Map<string, { rule: LinkRule; count: number }>()
  for (let i = 0; i < links.length; i += stride) {
    const { id, link } = links[i]!
    for (const lower of [0, 1] as const) {
      const part = encodeURIComponent(lower ? id.toLowerCase() : id)
      const at = link.lastIndexOf(part)
      if (at < 0) continue
      const rule: LinkRule = [link.slice(0, at), link.slice(at + part.length), lower]
      const key = JSON.stringify(rule)
      const vote = votes.get(key) ?? { rule, count: 0 }
      vote.count++
      votes.set(key, vote)
    }
  }
  let best: { rule: LinkRule; count: number } = { rule: ['', '', 0], count: 1 }
  for (const vote of votes.values()) if (vote.count > best.count) best = vote
  return best.rule
}
