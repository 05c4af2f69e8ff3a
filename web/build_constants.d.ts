// What the bundler fills in (web/tools/bundle.mjs).

/** The module's name, beside the script. */
declare const MODULE_FILE: string;
