/** `pnpm test --full`: every step of the long ways too. Without it a journey looks at the steps that differ most. */
export const isFull: boolean = process.env['SHOPSIDE_FULL'] === '1'
