"""That readers can search the demo site, in three browsers, both languages, on a phone and a desk."""
