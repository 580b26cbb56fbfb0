"""What others are reported to hold: which side they take, and whether it is a view of theirs."""
