/** The policy of a careful host: no inline script, no inline style, no string that becomes markup. */
export const strictPolicy = "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
