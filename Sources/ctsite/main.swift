import SiteCommandLine

// Signals are blocked for all threads, and so before there is a second one.
let interruption = CommandLineInterface.watchSignals()
await CommandLineInterface.run(interruptedBy: interruption)
