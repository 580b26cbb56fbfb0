"""Records become a brief: grouped by issue, compared, and space shared out fairly."""
