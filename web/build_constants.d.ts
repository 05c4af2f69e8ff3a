// What the bundler fills in (web/tools/bundle.mjs, and web/tools/standalone.mjs where there is nothing beside the script).

/** The module's address, beside the script. */
declare const MODULE_FILE: string;

/** The module's hash, as in an `integrity` attribute. */
declare const MODULE_INTEGRITY: string;

/** The module's size. */
declare const MODULE_BYTES: number;

/** The same of the module's second part, which draws what readers open. */
declare const PLAY_FILE: string;
declare const PLAY_INTEGRITY: string;
declare const PLAY_BYTES: number;

/** The address of the style of the text in the open, beside the script. */
declare const STYLE_FILE: string;

/** The script for what readers take away: its address, and its hash where browsers are to check it, else nothing. */
declare const SHARE_FILE: string;
declare const SHARE_INTEGRITY: string;
