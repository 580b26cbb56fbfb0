"""What a build remembers of the one before: what is unchanged is kept, what is not is named."""
