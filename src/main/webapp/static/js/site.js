// What every page to read does.

import { wireThemeSwitches } from './theme.js';

wireThemeSwitches();
