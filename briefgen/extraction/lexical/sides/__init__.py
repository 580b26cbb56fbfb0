"""On which side it is: issues, demands, verdicts, frames, lessons, and what they add up to."""
