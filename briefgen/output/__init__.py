"""The output folder: new files appear all at once or not at all, one build at a time."""
