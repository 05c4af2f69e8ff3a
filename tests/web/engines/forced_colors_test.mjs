// A browser whose colours are the system's.
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {assertInTheOpen} from './open_text.mjs';
import {waitForStatus, widget} from './widget.mjs';

const open = useBrowser({forcedColors: true});

test('in the system’s colours the text stands in the open, and its tasks open', needs('forced colours'), async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await assertInTheOpen(page, 'forced-colors');
});
