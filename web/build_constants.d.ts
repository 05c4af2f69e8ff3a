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

/** The words of each language: addresses beside the script, and hashes where browsers are to check them, else nothing. */
declare const AR_FILE: string, AR_INTEGRITY: string;
declare const DE_FILE: string, DE_INTEGRITY: string;
declare const EN_FILE: string, EN_INTEGRITY: string;
declare const ES_FILE: string, ES_INTEGRITY: string;
declare const FR_FILE: string, FR_INTEGRITY: string;
declare const PT_FILE: string, PT_INTEGRITY: string;
declare const ZH_FILE: string, ZH_INTEGRITY: string;

/** The address of the style of the text in the open, beside the script. */
declare const STYLE_FILE: string;

/** The script for what readers take away: its address, and its hash where browsers are to check it, else nothing. */
declare const SHARE_FILE: string;
declare const SHARE_INTEGRITY: string;
