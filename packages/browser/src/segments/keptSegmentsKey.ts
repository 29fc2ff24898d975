/** Where memberships are kept: `shopside.when`, with the name of the shop as the consent key has it. */
export function keptSegmentsKey(name: string): string {
  return name.replace('shopside', 'shopside.when')
}
