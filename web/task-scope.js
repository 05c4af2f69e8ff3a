// What pages include: defines the element, unless the page, or an earlier copy of this script, has done so.
import {TaskScopeElement} from './element.js';

export {TaskScopeElement};

if (globalThis.customElements && !customElements.get('task-scope')) {
  customElements.define('task-scope', TaskScopeElement);
}
