// Never run: what the package's types allow, and what they do not.
import {TaskScopeElement} from 'taskscope';
import type {} from 'taskscope/react';

const element = document.createElement('task-scope');
const made: TaskScopeElement = element;
const status: 'idle' | 'loading' | 'ready' | 'error' = made.status;
const reloaded: Promise<TaskScopeElement> = made.reload();
const picture: Promise<Blob> = made.snapshot({scale: 2});
made.state = made.state;
made.data = {version: 1, title: 'One'};
made.theme = 'dark';

// @ts-expect-error: the status is the element's to set
made.status = 'ready';
// @ts-expect-error: an address is a text
made.src = 7;
// @ts-expect-error: so it is in JSX
const wrong = <task-scope src={7} />;

export const right = <task-scope src="profile.json" className="wide" />;
export {picture, reloaded, status, wrong};
