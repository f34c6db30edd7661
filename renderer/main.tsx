import './kernel/base.css'
import './kernel/controls/controls.css'
import { start } from './app/start'
import { listenForPorts } from './kernel/port'

// First of all: a port may be handed over as soon as the page has loaded.
listenForPorts()
void start()
