import SiteCommandLine

await CommandLineInterface.run()
