/** Version of the packages, all of which share one number. A test compares it with package.json. */
export const version = '0.1.0'
