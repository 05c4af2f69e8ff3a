import 'taskscope/define';
import 'taskscope/task-scope.css';
