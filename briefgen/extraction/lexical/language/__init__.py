"""English itself: tokens, sentences, clauses, and the words of closed and open classes."""
