// What the bundler fills in (web/tools/bundle.mjs, and web/tools/standalone.mjs where there is nothing beside the script).

/** The module's name, beside the script. */
declare const MODULE_FILE: string;

/** The name of the style of the mirror in normal flow, beside the script. */
declare const STYLE_FILE: string;
