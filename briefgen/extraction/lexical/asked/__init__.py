"""What a statement is: its kind, who is asked for what, its conditions and reasons."""
