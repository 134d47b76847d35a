/** Stands in for the developer tools that Ink would load behind a flag. */
export default undefined;
