// What the bundler fills in (web/tools/bundle.mjs, and web/tools/standalone.mjs where there is nothing beside the script).

/** The module's address, beside the script. */
declare const MODULE_FILE: string;

/** The module's hash, as in an `integrity` attribute. */
declare const MODULE_INTEGRITY: string;

/** The module's size. */
declare const MODULE_BYTES: number;

/** The address of the style of the text in the open, beside the script. */
declare const STYLE_FILE: string;
